import { essenceOf, TextIndex, wordsOf } from './similarity.ts';

/** How sure it is that a new arrangement is a stored one. `chosen`: a person said so; `new`: it is like none. */
export type Confidence = 'exact' | 'sure' | 'uncertain' | 'chosen' | 'new';

/** What an arrangement is known by while texts are compared. */
export interface Described {
  /** Its place in the new reading, or its code among the stored. */
  id: string;
  text: string;
  taskName: string;
  category: string;
  /** Whether it is kept and no longer in force; a new one is not. */
  retired: boolean;
}

export interface Candidate {
  code: string;
  /** From 0 to 1. */
  similarity: number;
}

/** Which stored arrangement a new one is. */
export interface Match {
  place: string;
  /** The stored code; `null` for a new arrangement. */
  code: string | null;
  confidence: Confidence;
  /** Of the texts; `null` for a new arrangement. */
  similarity: number | null;
  /** What it may be, the likeliest first: of an uncertain match; of a sure one that which it is. */
  candidates: Candidate[];
}

/** Below these texts are not taken for one arrangement at all, by whether their task is the same. */
const leastInTask = 0.3;
const leastElsewhere = 0.45;
/** A shorter sentence says the same of too many things to be known by its words in another task. */
const tellingLength = 10;
/** How much liker it has to be than any other. */
const clearly = 0.1;
const mostCandidates = 5;

interface Pair {
  next: number;
  known: number;
  similarity: number;
  inTask: boolean;
  /** Similarity with the evidence of task and category. */
  weight: number;
}

interface Prepared extends Described {
  essence: string;
  taskEssence: string;
}

const prepare = (each: Described): Prepared => ({
  ...each,
  essence: essenceOf(each.text),
  taskEssence: essenceOf(each.taskName),
});

/**
 * Which stored arrangement each new one is: by text, with the name of task and category as evidence, never by position. One
 * to one; the same input always gives the same answer. `chosen` says what a person has decided, by place: a code, or `null`
 * for a new arrangement.
 */
export function matchArrangements(
  next: readonly Described[],
  known: readonly Described[],
  chosen: ReadonlyMap<string, string | null> = new Map(),
): Match[] {
  const [news, olds] = [next.map(prepare), known.map(prepare)];
  const matches = new Map<string, Match>();
  const taken = new Set<string>();
  const settle = (place: string, code: string | null, confidence: Confidence, similarity: number | null) => {
    matches.set(place, { place, code, confidence, similarity, candidates: [] });
    if (code !== null) taken.add(code);
  };
  for (const { id } of news) {
    const code = chosen.get(id);
    if (code === undefined) continue;
    settle(id, code, 'chosen', null);
  }
  const left = () => news.filter(({ id }) => !matches.has(id));
  const leftOf = (retired: boolean) => olds.filter((old) => old.retired === retired && !taken.has(old.id));
  for (const retired of [false, true]) {
    for (const [place, code] of sameTexts(left(), leftOf(retired))) settle(place, code, 'exact', 1);
  }
  for (const match of likeTexts(left(), [...leftOf(false), ...leftOf(true)])) matches.set(match.place, match);
  return next.map(({ id }) => matches.get(id)!);
}

/**
 * Pairs of the same text in the same task, in the order of the list. Where fewer are left than there were, nobody can tell
 * which has gone, and there is no pair.
 */
function sameTexts(news: readonly Prepared[], olds: readonly Prepared[]): [place: string, code: string][] {
  const nameOf = ({ essence, taskEssence }: Prepared): string => `${taskEssence}\n${essence}`;
  const byName = Map.groupBy(olds, nameOf);
  return [...Map.groupBy(news, nameOf)].flatMap(([name, group]) => {
    const same = byName.get(name) ?? [];
    return same.length > group.length ? [] : same.map((old, at): [string, string] => [group[at]!.id, old.id]);
  });
}

/** Every pair that is like enough, the likeliest first. */
function pairsOf(news: readonly Prepared[], olds: readonly Prepared[]): Pair[] {
  const index = new TextIndex(olds.map(({ essence }) => essence));
  const pairs = news.flatMap(({ essence, taskEssence, category }, at) =>
    [...index.likenessesOf(essence)].flatMap(([other, similarity]): Pair[] => {
      const old = olds[other]!;
      const inTask = old.taskEssence === taskEssence;
      if (similarity < (inTask ? leastInTask : leastElsewhere)) return [];
      const weight = similarity + (inTask ? 0.1 : 0) + (old.category === category ? 0.05 : 0);
      return [{ next: at, known: other, similarity, inTask, weight }];
    }),
  );
  return pairs.sort((a, b) => b.weight - a.weight || a.next - b.next || a.known - b.known);
}

function likeTexts(news: readonly Prepared[], olds: readonly Prepared[]): Match[] {
  const pairs = pairsOf(news, olds);
  const ofNew = new Map<number, Pair>();
  const ofKnown = new Map<number, Pair>();
  for (const pair of pairs) {
    if (ofNew.has(pair.next) || ofKnown.has(pair.known)) continue;
    ofNew.set(pair.next, pair);
    ofKnown.set(pair.known, pair);
  }
  const byNew = Map.groupBy(pairs, (pair) => pair.next);
  const byKnown = Map.groupBy(pairs, (pair) => pair.known);
  /** Whether a pair that was not taken is nearly as good as what its ends have instead. */
  const isRival = (pair: Pair, end: Pair | undefined): boolean =>
    end === undefined || pair.weight > end.weight - clearly;
  return news.map(({ id, essence }, at) => {
    const pair = ofNew.get(at);
    const all = byNew.get(at) ?? [];
    const rivals = [
      ...all.filter((each) => each !== pair && isRival(each, pair) && isRival(each, ofKnown.get(each.known))),
      ...(pair ? (byKnown.get(pair.known) ?? []) : []).filter(
        (each) => each !== pair && isRival(each, pair) && isRival(each, ofNew.get(each.next)),
      ),
    ];
    if (!pair && rivals.length === 0) {
      return { place: id, code: null, confidence: 'new', similarity: null, candidates: [] };
    }
    const isLikely =
      pair !== undefined &&
      wordsOf(essence) === wordsOf(olds[pair.known]!.essence) &&
      (pair.inTask || [...essence].length >= tellingLength);
    const isSure = isLikely && rivals.length === 0 && !olds[pair.known]!.retired;
    const code = pair ? olds[pair.known]!.id : null;
    const similarity = pair?.similarity ?? null;
    const candidates = (isSure ? [pair] : all.slice(0, mostCandidates)).map((each) => ({
      code: olds[each.known]!.id,
      similarity: each.similarity,
    }));
    if (isSure) return { place: id, code, confidence: 'sure', similarity, candidates };
    return { place: id, code, confidence: 'uncertain', similarity, candidates };
  });
}
