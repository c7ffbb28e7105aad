/** Fields that answers have from a version on, and where in an answer: `rows.*` is each of its rows. */
interface NewFields {
  since: number;
  /** Of which addresses' answers. */
  of: RegExp;
  at: readonly string[];
  fields: readonly string[];
}

const obligationFields = [
  ...['review', 'dueOriginal', 'extension', 'movedFrom', 'unlockedUntil', 'declared', 'light'],
];

const settings = /^\/v1\/task-lists\/\d+\/settings$/u;

/** What the answers have that clients of an older version, which is still spoken, do not know and would refuse. */
const newFields: readonly NewFields[] = [
  { since: 21, of: /^\/v1\/sheet$/u, at: ['rows.*'], fields: obligationFields },
  { since: 21, of: /^\/v1\/sync$/u, at: ['changes.rows.*', 'outcomes.*.row'], fields: obligationFields },
  { since: 21, of: /^\/v1\/obligations$/u, at: ['obligations.*'], fields: obligationFields },
  { since: 26, of: /^\/v1\/obligations$/u, at: [''], fields: ['total', 'change'] },
  { since: 21, of: /^\/v1\/obligations\/[^/]+$/u, at: ['obligation'], fields: obligationFields },
  { since: 26, of: /^\/v1\/obligations\/[^/]+$/u, at: [''], fields: ['acts'] },
  {
    since: 21,
    of: /^\/v1\/progress$/u,
    at: ['total', 'groups.*'],
    fields: ['toAccept', 'accepted', 'returned'],
  },
  { since: 23, of: /^\/v1\/me$/u, at: [''], fields: ['holder'] },
  { since: 23, of: /^\/v1\/keys$/u, at: ['', 'keys.*'], fields: ['holder'] },
  { since: 23, of: /^\/v1\/obligations\/[^/]+$/u, at: ['rows.*.revisions.*'], fields: ['by'] },
  { since: 23, of: /^\/v1\/task-lists\/\d+\/publishings$/u, at: ['publishings.*'], fields: ['by'] },
  { since: 24, of: settings, at: [''], fields: ['holidaysUnknown'] },
  {
    since: 24,
    of: settings,
    at: ['settings'],
    fields: ['dueOnHoliday', 'moveWeeks', 'blueDays', 'paceMargin', 'answerWithinWorkingDays'],
  },
  { since: 25, of: /^\/v1\/sheet$/u, at: [''], fields: ['contact', 'blueDays'] },
  { since: 25, of: /^\/v1\/sheet$/u, at: ['rows.*'], fields: ['behindFrom'] },
  { since: 25, of: /^\/v1\/sync$/u, at: ['changes.rows.*'], fields: ['behindFrom'] },
  { since: 25, of: /^\/v1\/obligations$/u, at: ['obligations.*'], fields: ['behindFrom'] },
  { since: 25, of: /^\/v1\/obligations\/[^/]+$/u, at: ['obligation'], fields: ['behindFrom'] },
  {
    since: 28,
    of: /^\/v1\/progress$/u,
    at: ['total', 'groups.*'],
    fields: ['red', 'yellow', 'blue'],
  },
  { since: 28, of: /^\/v1\/sync$/u, at: ['outcomes.*.row'], fields: ['behindFrom'] },
  { since: 34, of: /^\/v1\/bulletins$/u, at: [''], fields: ['next'] },
  { since: 35, of: /^\/v1\/bulletins$/u, at: ['bulletin', 'bulletins.*'], fields: ['code'] },
  { since: 35, of: /^\/v1\/bulletins\/[^/]+(?:\/issue)?$/u, at: ['bulletin'], fields: ['code'] },
  { since: 35, of: /^\/v1\/bulletins(?:\/|$)/u, at: ['content.sections.*.table'], fields: ['leftOut'] },
  { since: 35, of: /^\/v1\/calendar-tokens$/u, at: ['', 'calendars.*'], fields: ['keyId', 'keyRevoked'] },
];

/** Every place in a value that a path names. */
function placesAt(value: unknown, path: readonly string[]): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const [step, ...rest] = path;
  if (step === undefined || step === '') return [value as Record<string, unknown>];
  if (step === '*') return Object.values(value).flatMap((each) => placesAt(each, rest));
  return placesAt((value as Record<string, unknown>)[step], rest);
}

/** Whether the answers of an address have fields that a client of a version does not know. */
export const hasNewFields = (path: string, version: number): boolean =>
  newFields.some(({ since, of }) => version < since && of.test(path));

/** Takes the fields out of an answer that a client of an older version does not know. */
export function withoutNewFields(answer: unknown, path: string, version: number): unknown {
  for (const { since, of, at, fields } of newFields) {
    if (version >= since || !of.test(path)) continue;
    for (const place of at.flatMap((each) => placesAt(answer, each.split('.'))))
      for (const field of fields) delete place[field];
  }
  return answer;
}
