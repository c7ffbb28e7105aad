import * as z from 'zod';
import { listHead } from '../columns/listHead.ts';
import { exampleList } from './parts/exampleList.ts';
import { unknownName } from '../names/nameChoice.ts';
import { diagnostic } from '../taskList/diagnostic.ts';
import { gathered } from '../taskList/gathered.ts';
import { openDecision } from '../taskList/openDecisions.ts';
import { indicator, schedule, taskList } from '../taskList/taskList.ts';
import { changeCounts } from './parts/changeCounts.ts';

/** What refers to an arrangement, by number. */
export const hanging = z
  .strictObject({
    /** Obligations that a unit has ever written to. */
    obligations: z.int(),
    submissions: z.int(),
    drafts: z.int(),
    allocations: z.int(),
    /** Days from which the bureau has narrowed who it is assigned to. */
    narrowings: z.int(),
  })
  .meta({ id: 'Hanging' });

const words = <const F extends string>(field: F) =>
  z.strictObject({ field: z.literal(field), before: z.string().nullable(), after: z.string().nullable() });

/** One field of an arrangement, before and after. Spans of the text are not compared. */
export const fieldChange = z
  .discriminatedUnion('field', [
    words('text'),
    /** Only the printed characters differ, not what they say. */
    words('textAsPrinted'),
    words('printedNumber'),
    words('taskName'),
    words('category'),
    /** Of its task. */
    words('goal'),
    z.strictObject({ field: z.literal('schedules'), before: z.array(schedule), after: z.array(schedule) }),
    z.strictObject({ field: z.literal('indicators'), before: z.array(indicator), after: z.array(indicator) }),
    z.strictObject({
      field: z.literal('target'),
      indicator: z.string(),
      before: z.int().nullable(),
      after: z.int().nullable(),
    }),
    z.strictObject({ field: z.literal('units'), before: z.array(z.string()), after: z.array(z.string()) }),
  ])
  .meta({ id: 'FieldChange' });
export type FieldChange = z.infer<typeof fieldChange>;

export const arrangementChange = z
  .strictObject({
    /** `returned`: it was retired and stands in the list again; `moved`: nothing but its place is another. */
    kind: z.enum(['added', 'returned', 'changed', 'moved', 'gone']),
    code: z.string(),
    text: z.string(),
    /** Category, sequence and position in the new list; `null` where it is gone. */
    place: z.string().nullable(),
    /** The same in the stored list; `null` where it was not there. */
    formerPlace: z.string().nullable(),
    fields: z.array(fieldChange),
    /** What hangs on it. */
    hangs: hanging,
    /** Of one that is gone: whether it is kept as retired, since something hangs on it. */
    retires: z.boolean(),
  })
  .meta({ id: 'ArrangementChange' });
export type ArrangementChange = z.infer<typeof arrangementChange>;

/** What publishing a reading would change in the stored list. */
export const listDiff = z
  .strictObject({
    title: z.strictObject({ before: z.string().nullable(), after: z.string() }).nullable(),
    counts: changeCounts,
    /** In the order of the new list; what is gone comes last, in the order of the stored one. */
    arrangements: z.array(arrangementChange),
  })
  .meta({ id: 'ListDiff' });
export type ListDiff = z.infer<typeof listDiff>;

/** A stored arrangement that a new one may be. */
export const matchCandidate = z
  .strictObject({
    code: z.string(),
    /** Where it stands in the stored list; `null` where it is retired. */
    place: z.string().nullable(),
    taskName: z.string(),
    text: z.string(),
    /** Of the texts, from 0 to 1. */
    similarity: z.number(),
    hangs: hanging,
  })
  .meta({ id: 'MatchCandidate' });
export type MatchCandidate = z.infer<typeof matchCandidate>;

/** Which stored arrangement a new one is taken for. */
export const arrangementMatch = z
  .strictObject({
    /** Category, sequence and position in the reading: its name in `matches` of a publishing. */
    place: z.string(),
    /** The code that it keeps; `null`: it is new. Of an uncertain match only proposed. */
    code: z.string().nullable(),
    /** `chosen`: named in `matches`; `new`: it is like nothing that is stored. */
    confidence: z.enum(['exact', 'sure', 'uncertain', 'chosen', 'new']),
    similarity: z.number().nullable(),
    /** Of an uncertain match: what it may be, the likeliest first; of a sure one: what it is taken for. */
    candidates: z.array(matchCandidate),
  })
  .meta({ id: 'ArrangementMatch' });
export type ArrangementMatch = z.infer<typeof arrangementMatch>;

/** `POST /v1/task-lists/{year}/compare`: a reading against what is stored; nothing is changed by asking. */
export const comparison = z
  .strictObject({
    /** The reading, with codes, schedule numbers and indicator ids as publishing it would give them. */
    taskList,
    diagnostics: z.array(diagnostic),
    /** The same, each once, with how many places it stands for. */
    gathered: z.array(gathered),
    /** The header of the document's table; `null` for a list that was read before. */
    head: listHead.nullable(),
    /** The version of the stored list that it was compared with; 0 where none is stored. */
    version: z.int(),
    /** Whether publishing it would change anything. */
    changes: z.boolean(),
    diff: listDiff,
    /** One for each arrangement of the reading, in its order. */
    matches: z.array(arrangementMatch),
    /** Places of the uncertain matches: publishing needs each of them in `matches`. */
    open: z.array(z.string()),
    /** Names in the reading that the roster does not know: publishing needs a decision on each. */
    unknownUnits: z.array(z.string()),
    /** The same names, with where they stand and what they may become in the roster. */
    names: z.array(unknownName),
    openDecisions: z.array(openDecision),
  })
  .meta({ id: 'Comparison' });
export type Comparison = z.infer<typeof comparison>;

export const comparisonExample: Comparison = {
  taskList: exampleList,
  diagnostics: [],
  gathered: [],
  head: null,
  version: 0,
  changes: true,
  diff: {
    title: { before: null, after: exampleList.title },
    counts: { added: 1, returned: 0, changed: 0, moved: 0, gone: 0, unchanged: 0 },
    arrangements: [
      {
        kind: 'added',
        code: '1-1-1',
        text: '6月底前检查企业61家。',
        place: '1-1-1',
        formerPlace: null,
        fields: [],
        hangs: { obligations: 0, submissions: 0, drafts: 0, allocations: 0, narrowings: 0 },
        retires: false,
      },
    ],
  },
  matches: [{ place: '1-1-1', code: null, confidence: 'new', similarity: null, candidates: [] }],
  open: [],
  unknownUnits: [],
  names: [],
  openDecisions: [],
};
