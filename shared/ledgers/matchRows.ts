import { chineseNumber } from '../import/text/chineseNumber.ts';
import type { KnownArrangement, LedgerKnown } from './known.ts';
import { TextMatcher } from './matchText.ts';
import type { Match } from './proposal.ts';

/** Above it, and so far ahead of the next, words mean one arrangement and no other. */
const sure = 0.5;
const ahead = 0.14;
/** Fewer characters are a word or two, and mean nothing for sure: 慰问职工 is no 职工代表评议. */
const plain = 6;
/** Below it they mean none of the list. */
const nearest = 0.4;
/** So many texts are remembered with what they mean. */
const remembered = 5_000;

const numberOf = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0));
const code =
  /^([一二三四五六七八九十\d]{1,3})[-—–.、]?[（(]?([一二三四五六七八九十\d]{1,3})[)）]?[-—–.、]?[（(]?(\d{1,2})[)）]?$/u;

/** What a row says of which arrangement it is of. */
export interface RowWords {
  text: string;
  /** The task that it is filed under; empty: none is named. */
  task: string;
  /** A number of the list; empty: none. */
  number: string;
}

/** Finds the arrangements that rows mean: by their words, the task that they are filed under, and numbers of the list. */
export class RowMatcher {
  private readonly matcher: TextMatcher;
  private readonly tasks: TextMatcher;
  private readonly byCode: ReadonlyMap<string, KnownArrangement>;
  private readonly own: ReadonlySet<string>;
  readonly arrangements: readonly KnownArrangement[];
  private readonly matched = new Map<string, Match>();
  private readonly likes = new Map<string, number>();

  constructor({ arrangements, obligations }: LedgerKnown) {
    this.arrangements = arrangements;
    this.matcher = new TextMatcher(arrangements);
    this.byCode = new Map(arrangements.map((each) => [each.code, each]));
    this.own = new Set(obligations.map(({ arrangement }) => arrangement));
    const tasks = new Map(arrangements.map(({ task, taskName }) => [task, taskName]));
    this.tasks = new TextMatcher(
      [...tasks].map(([task, name]) => ({ code: task, text: name, taskName: '' })),
    );
  }

  /** How likely a text is an arrangement, from 0 to 1. */
  likeness(text: string): number {
    if (text.length < 4) return 0;
    let like = this.likes.get(text);
    if (like === undefined) {
      like = this.matcher.match(text)[0]?.score ?? 0;
      if (this.likes.size < remembered) this.likes.set(text, like);
    }
    return like;
  }

  isOwn(arrangement: string): boolean {
    return this.own.has(arrangement);
  }

  /** The list's own words of an arrangement. */
  textOf(arrangement: string): string {
    const found = this.byCode.get(arrangement);
    return found === undefined ? '' : `${found.taskName} ${found.text}`;
  }

  taskOf(arrangement: string): string {
    return this.byCode.get(arrangement)?.task ?? '';
  }

  /** The arrangements that a number of the list can mean: by code, and by the numbers that are printed. */
  numbered(printed: string): string[] {
    const match = code.exec(printed.replace(/\s/gu, ''));
    if (!match) return [];
    const task = `${numberOf(match[1]!)}-${numberOf(match[2]!)}`;
    const number = match[3]!;
    return this.arrangements
      .filter(
        (each) => each.task === task && (each.printedNumber === number || each.code === `${task}-${number}`),
      )
      .map(({ code: found }) => found);
  }

  /** What one row is of. Rows repeat, week after week. */
  match(words: RowWords): Match {
    const name = `${words.number}\n${words.task}\n${words.text}`;
    let match = this.matched.get(name);
    if (match === undefined) {
      match = this.matchOnce(words);
      if (this.matched.size < remembered) this.matched.set(name, match);
    }
    return match;
  }

  private matchOnce({ text, task, number }: RowWords): Match {
    const found = this.matcher.match(text, task);
    const [first, second] = found;
    const numbered = this.numbered(number);
    if (first === undefined || first.score < nearest) {
      const [only] = numbered;
      if (only === undefined) return { code: null, confidence: 'none', candidates: [], why: 'own-work' };
      return this.asked(only, numbered, 'match-weak');
    }
    const candidates = found
      .slice(0, 5)
      .filter(({ score }) => score > first.score * 0.5)
      .map((each) => each.code);
    const agrees = numbered.includes(first.code);
    if (numbered.length > 0 && !agrees) {
      // Of two that are as near, the number says which.
      const near = found.find((each) => numbered.includes(each.code) && first.score - each.score < ahead / 2);
      if (near !== undefined && first.score >= sure) return this.certain(near.code);
      return this.asked(first.code, [...new Set([...candidates, ...numbered])], 'match-contradicted');
    }
    const filed = task.length < 2 ? undefined : this.tasks.match(task)[0];
    if (filed !== undefined && filed.score >= 0.6 && filed.code !== this.taskOf(first.code)) {
      const under = found.filter((each) => this.taskOf(each.code) === filed.code).map((each) => each.code);
      return this.asked(
        first.code,
        [...new Set([...candidates, ...under.slice(0, 3)])],
        'match-contradicted',
      );
    }
    const margin = first.score - (second?.score ?? 0);
    if (agrees ? first.score >= nearest : text.length >= plain && first.score >= sure && margin >= ahead)
      return this.certain(first.code);
    return this.asked(first.code, candidates, 'match-weak');
  }

  /** Of arrangements of one task between which words do not tell, the one whose number among the task's stands beside them. */
  inTask(match: Match, number: string): Match {
    const { code, confidence, candidates } = match;
    if (code === null || confidence !== 'ask' || !/^\d{1,2}$/u.test(number)) return match;
    const task = this.taskOf(code);
    const meant = this.arrangements.find(
      (each) => each.task === task && (each.code === `${task}-${number}` || each.printedNumber === number),
    )?.code;
    if (meant === undefined || meant === code || !this.isOwn(meant)) return match;
    return { ...match, code: meant, candidates: [meant, ...candidates.filter((each) => each !== meant)] };
  }

  /** What a person has said that a row is; of another unit's arrangement nothing is reported all the same. */
  said(code: string | null): Match {
    if (code === null) return { code, confidence: 'none', candidates: [], why: 'own-work' };
    return this.certain(code);
  }

  /** What a row with a key is of, beside what its words say. */
  keyed(code: string, words: Match): Match {
    const agrees = words.code === code || words.candidates.includes(code);
    if (agrees && (words.code === code || words.confidence === 'ask')) return this.certain(code);
    const said = words.code ?? null;
    return this.asked(said ?? code, said === null ? [code] : [said, code], 'match-contradicted');
  }

  private certain(found: string): Match {
    return this.isOwn(found)
      ? { code: found, confidence: 'certain', candidates: [found] }
      : { code: null, confidence: 'none', candidates: [found], why: 'not-assigned' };
  }

  private asked(found: string, candidates: readonly string[], why: NonNullable<Match['why']>): Match {
    const own = candidates.filter((each) => this.isOwn(each));
    if (own.length === 0) return { code: null, confidence: 'none', candidates, why: 'not-assigned' };
    return { code: this.isOwn(found) ? found : own[0]!, confidence: 'ask', candidates: own, why };
  }
}
