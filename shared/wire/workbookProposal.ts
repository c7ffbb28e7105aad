import * as z from 'zod';
import { cellValue, rawValues, rowFields } from '../row/row.ts';
import { finding } from '../rules/finding.ts';
import { scheduleKind } from '../taskList/taskList.ts';
import { outcomeKind } from './parts/outcome.ts';
import { ledgerRole } from './workbookAnswers.ts';

/** Names of reasons, layouts and kinds, as `shared/ledgers` has them: more may come, and a client says of those what it says of none. */
const name = z.string();

/** How a sheet of the file was read. Rows and columns are 0-based. */
const sheet = z.strictObject({
  name: z.string(),
  isRead: z.boolean(),
  why: name.nullable(),
  layout: name.nullable(),
  headerRows: z.array(z.int()),
  columns: z.array(
    z.strictObject({
      column: z.int(),
      heading: z.string(),
      role: ledgerRole,
      confidence: z.enum(['certain', 'ask']),
      from: z.array(name),
      /** Other roles that it may have, the likeliest first. */
      candidates: z.array(ledgerRole),
      /** Cells beneath that are filled in. */
      filled: z.int(),
    }),
  ),
  /** Rows that were read as work, and the items of rows that hold a whole task. */
  matches: z.array(
    z.strictObject({
      row: z.int(),
      item: z.int(),
      /** Its words, shortened. */
      text: z.string(),
      code: z.string().nullable(),
      confidence: z.enum(['certain', 'ask', 'none']),
      candidates: z.array(z.string()),
      why: name.nullable(),
    }),
  ),
  /** Rows by what they are. */
  rows: z.record(z.string(), z.int()),
});

/** A report that would come of the file. */
const report = z.strictObject({
  /** By which it is answered. */
  id: z.string(),
  /** Place among the sheets, and the row; `null`: gathered from many rows. */
  sheet: z.int(),
  row: z.int().nullable(),
  arrangement: z.string(),
  schedule: z.int(),
  scheduleKind,
  indicator: z.string(),
  indicatorLabel: z.string(),
  unitOfMeasure: z.string(),
  /** Those that it may be for, and the one that is answered or proposed. */
  periods: z.array(z.string()),
  period: z.string().nullable(),
  /** The row that it is for, and its version now: the base of what is sent. */
  key: z.string().nullable(),
  base: z.int().nullable(),
  /** What would be sent: what is certain, what was answered, and what is proposed where the question is open. */
  values: rawValues,
  /** `ready` can be sent as it stands; `asked` waits for answers; `notOpen`: its time has not come. */
  state: z.enum(['ready', 'asked', 'leftOut', 'notOpen']),
  /**
   * What is still to be answered. Of what her file leaves blank (`emptied`) `''` proposes to clear it, and what is stored to leave it.
   * A field, the period, the report as a whole, its row's match or its sheet's columns. */
  questions: z.array(
    z.strictObject({
      about: z.enum([...rowFields, 'period', 'report', 'match', 'columns', 'twice']),
      why: name,
      proposal: cellValue,
    }),
  ),
  /** What a push of `values` would be answered now; nothing of it is stored. */
  outcome: outcomeKind.nullable(),
  findings: z.array(finding),
  /** What of the row that is stored would change; empty where nothing would, or nothing is stored. */
  changes: z.array(z.strictObject({ field: z.enum(rowFields), before: cellValue, after: cellValue })),
  isStored: z.boolean(),
});

/** `POST /v1/workbooks?dryRun=true`: what the file would report, and what has to be asked before. Nothing is stored. */
export const workbookProposal = z
  .strictObject({
    list: z.strictObject({ year: z.int(), title: z.string() }),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    today: z.iso.date(),
    demo: z.boolean(),
    rulesVersion: z.string(),
    file: z.strictObject({
      name: z.string(),
      sha256: z.string(),
      /** Whether this very file was sent before. */
      wasSent: z.boolean(),
    }),
    /** What was remembered of such a file; `null`: nothing yet. */
    remembered: z.strictObject({ revision: z.int(), on: z.iso.date(), isSameShape: z.boolean() }).nullable(),
    /** What has to be known of the file: sheets that were left out, protection, a signature. */
    told: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
    sheets: z.array(sheet),
    reports: z.array(report),
    /** Arrangements that are named, and whether they are the unit's. */
    arrangements: z.record(
      z.string(),
      z.strictObject({ taskName: z.string(), text: z.string(), isOwn: z.boolean() }),
    ),
  })
  .meta({ id: 'WorkbookProposal' });
export type WorkbookProposal = z.infer<typeof workbookProposal>;
export type WorkbookReport = WorkbookProposal['reports'][number];
export type WorkbookSheet = WorkbookProposal['sheets'][number];

export const workbookProposalExample: WorkbookProposal = {
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  unit: { id: 'xuejia', name: '某镇' },
  today: '2024-04-10',
  demo: true,
  rulesVersion: '2026.3',
  file: {
    name: '台账.xlsx',
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    wasSent: false,
  },
  remembered: null,
  told: [],
  sheets: [
    {
      name: '台账',
      isRead: true,
      why: null,
      layout: 'rows',
      headerRows: [1],
      columns: [
        {
          column: 2,
          heading: '工作安排',
          role: 'arrangements',
          confidence: 'certain',
          from: ['name'],
          candidates: [],
          filled: 1,
        },
      ],
      matches: [
        {
          row: 2,
          item: 0,
          text: '每周调度装货企业',
          code: '1-7-1',
          confidence: 'certain',
          candidates: ['1-7-1'],
          why: null,
        },
      ],
      rows: { arrangement: 1 },
    },
  ],
  reports: [
    {
      id: '0.2.1-7-1.1.done.0',
      sheet: 0,
      row: 2,
      arrangement: '1-7-1',
      schedule: 1,
      scheduleKind: 'weekly',
      indicator: 'done',
      indicatorLabel: '完成',
      unitOfMeasure: '项',
      periods: ['2024-W15'],
      period: '2024-W15',
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      base: null,
      values: { status: '已开展', note: '调度 5 家。' },
      state: 'ready',
      questions: [],
      outcome: 'applied',
      findings: [],
      changes: [],
      isStored: false,
    },
  ],
  arrangements: { '1-7-1': { taskName: '装货安全', text: '每周调度装货企业。', isOwn: true } },
};
