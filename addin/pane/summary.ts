import { periodWords } from '../../shared/calendar/periodWords.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import type { Ledger, SyncSummary } from '../flows/ledger.ts';
import type { Standing } from '../flows/standing.ts';
import type { Progress, SessionView } from '../flows/view.ts';
import type { Language } from '../text/language.ts';
import type { PaneText } from './text.ts';

export interface Tally {
  changed: number;
  errors: Standing[];
  warnings: Standing[];
  conflicts: Standing[];
  refused: Standing[];
  prefilled: Standing[];
  /** Changed rows that the bureau has accepted. */
  accepted: Standing[];
  /** Rows of which it is open which cells are theirs. */
  open: number;
}

/**
 * The standings by what the clerk has to do about them. A flow brings the ledger up to date before the check that ends it:
 * what has been settled in between is left out.
 */
export function tally({
  standings,
  ledger,
  index,
}: Pick<SessionView, 'standings' | 'ledger' | 'index'>): Tally {
  const all = [...standings.values()].filter(({ key, kind }) => {
    const state = ledger?.rows.get(key);
    return state && (kind !== 'conflict' || state.conflict);
  });
  const of = (...kinds: Standing['kind'][]) => all.filter((standing) => kinds.includes(standing.kind));
  return {
    changed: all.filter(
      (standing) => standing.pushable && standing.kind !== 'locked' && standing.kind !== 'unknown',
    ).length,
    errors: all.filter((standing) => standing.kind === 'error'),
    warnings: all.filter(
      (standing) =>
        standing.kind === 'warning' || (standing.kind === 'error' && standing.findings.some(isWarning)),
    ),
    conflicts: of('conflict'),
    refused: of('locked', 'unknown').filter((standing) => standing.pushable),
    prefilled: of('prefilled').filter(({ passes }) => passes),
    accepted: all.filter(
      ({ key, pushable }) => pushable && ledger?.rows.get(key)?.server.review?.state === 'accepted',
    ),
    open: index ? index.duplicates.size + index.misplaced.size : 0,
  };
}

function isWarning(finding: Standing['findings'][number]): boolean {
  return finding.severity === 'warning';
}

/** Whether a row is meant by words typed into the search: each stands in its name, its sentence or a finding. */
export function holding(
  words: string,
  ledger: Ledger,
  language: Language,
): (standing: Pick<Standing, 'key' | 'findings'>) => boolean {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return ({ key, findings }) => {
    if (wanted.length === 0) return true;
    const row = ledger.rows.get(key)?.server;
    const held = [
      ...(row
        ? [
            row.arrangement,
            row.taskName,
            row.indicatorLabel,
            row.period,
            periodWords(row.period, language),
            row.arrangementText,
            ...(row.review?.state === 'returned' ? [row.review.reason ?? ''] : []),
          ]
        : []),
      ...findings.map((finding) => sentenceFor(finding, language)),
    ];
    const text = held.join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}

/** Seconds that a sync has taken, and those that are left if it goes on as so far; `null` while nothing is answered. */
export function seconds(
  { done, total, since }: Progress,
  now: number,
): { taken: number; left: number | null } {
  const taken = Math.max(0, (now - since) / 1000);
  const left = done > 0 ? Math.ceil((taken / done) * (total - done)) : null;
  return { taken: Math.floor(taken), left };
}

/** What the last synchronisation did, in words. */
export function lastSyncWords(last: SyncSummary, text: PaneText): string {
  const words: string[] = [];
  const say = (count: number | undefined, sentence: (count: number) => string) => {
    if (count) words.push(sentence(count));
  };
  say(last.counts.applied, text.last.applied);
  say(last.counts.merged, text.last.merged);
  say(last.counts.invalid, text.last.invalid);
  say(last.counts.conflict, text.last.conflict);
  say(last.counts.locked, text.last.locked);
  say(last.counts.retired, text.last.retired);
  say(last.counts.unknown, text.last.unknown);
  say(last.counts.unchanged, text.last.unchanged);
  say(last.again, text.last.again);
  if (words.length === 0) say(last.received, text.last.received);
  if (last.added !== last.received) say(last.added, text.last.added);
  say(last.archived, text.last.archived);
  return words.length > 0 ? words.join(text.comma) : text.last.nothing;
}

/** Whether the server judges by other rules than this pane: then its findings count, and the pane is to be opened anew. */
export function otherRules(ledger: SessionView['ledger']): string | null {
  return ledger && ledger.rulesVersion !== rulesVersion ? ledger.rulesVersion : null;
}

/** The hour of today, or date and hour, in Shanghai. */
export function clockTime(at: string, now: Date): string {
  const parts = (date: Date) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(date);
  const then = parts(new Date(at));
  return then.slice(0, 10) === parts(now).slice(0, 10) ? then.slice(11) : then;
}

/** A problem in the language of the pane: the server's own sentence, else ours. */
export function problemSentence(
  problem: NonNullable<SessionView['problem']>,
  language: Language,
  text: PaneText,
): string {
  const sentence =
    problem.messages?.[language] ?? text.problems[problem.code] ?? text.problems['http-error']!;
  // The program's own code says more to whoever is asked for help.
  return problem.code === 'workbook-refused' ? `${sentence}（${problem.message}）` : sentence;
}
