import type { Step } from './steps.ts';

/** Runs that once broke something, shrunk: they run before the seeds. */
export const regressions: { what: string; mine: number; steps: Step[] }[] = [
  {
    what: 'what is no longer asked for, and was never written to, leaves the workbooks',
    mine: 0,
    steps: [
      { do: 'narrow', arrangement: 0, from: 0, units: 0 },
      { do: 'report', desk: 0, row: 0, as: 'under way', n: 0 },
    ],
  },
  {
    what: 'a row filled in after it has gone does not keep the workbook from hearing of it',
    mine: 43,
    steps: [
      { do: 'narrow', arrangement: 0, from: 1, units: 1 },
      { do: 'report', desk: 1, row: 3, as: 'done', n: 8 },
    ],
  },
  {
    what: 'counts of a unit that has left the roster leave the totals',
    mine: 0,
    steps: [
      { do: 'on behalf', unit: 1, row: 0, n: 0, stale: false },
      { do: 'roster', leaves: 0 },
      { do: 'on behalf', unit: 0, row: 0, n: 0, stale: false },
    ],
  },
  {
    what: 'a passing fault of D1 under a query of drizzle’s asks to come back',
    mine: 0,
    steps: [
      { do: 'report', desk: 0, row: 0, as: 'under way', n: 0 },
      { do: 'sync', desk: 0, trouble: { kind: 'd1', call: 1, when: 'before', error: 0 } },
    ],
  },
  {
    what: 'a conflict answered while two copies of its row are open leaves a draft a draft',
    mine: 1,
    steps: [
      { do: 'report', desk: 2, row: 2, as: 'under way', n: 0 },
      { do: 'on behalf', unit: 1, row: 0, n: 5, stale: false },
      { do: 'sync', desk: 2, trouble: { kind: 'late' } },
      { do: 'copy', desk: 2, row: 2, to: 1 },
      { do: 'sync', desk: 2, trouble: { kind: 'none' } },
    ],
  },
  {
    what: 'a push that travels in a copied workbook is applied once, whichever key sends it again',
    mine: 0,
    steps: [
      { do: 'together', row: 0, n: 0 },
      { do: 'type', desk: 0, row: 0, field: 'note', value: 1 },
      { do: 'sync', desk: 0, trouble: { kind: 'answer lost' } },
      { do: 'pull', desk: 1, trouble: { kind: 'none' } },
      { do: 'type', desk: 1, row: 0, field: 'note', value: 0 },
      { do: 'sync', desk: 1, trouble: { kind: 'none' } },
      { do: 'send copy', desk: 0, key: 1 },
    ],
  },
  {
    what: 'a word that is offered beforehand after it was typed stays the clerk’s',
    mine: 61,
    steps: [
      { do: 'apart', row: 0, fields: ['problems', 'note'], n: 6 },
      { do: 'sync', desk: 1, trouble: { kind: 'held' } },
      { do: 'alike', row: 8, n: 0 },
      { do: 'apart', row: 2, fields: ['problems', 'count'], n: 2 },
      { do: 'report', desk: 0, row: 2, as: 'done', n: 1 },
    ],
  },
  {
    what: 'a row that is waived, filled in, and asked for again has its words on the archive sheet',
    mine: 63,
    steps: [
      { do: 'on behalf', unit: 1, row: 0, n: 6, stale: false },
      { do: 'on behalf', unit: 1, row: 1, n: 2, stale: false },
      { do: 'report', desk: 2, row: 1, as: 'done', n: 1 },
      { do: 'wait', hours: 120 },
      { do: 'sync', desk: 2, trouble: { kind: 'none' } },
      { do: 'narrow', arrangement: 1, from: 0, units: 1 },
      { do: 'report', desk: 2, row: 1, as: 'under way', n: 4 },
    ],
  },
  {
    what: 'a cell that was offered beforehand, emptied and confirmed stays empty',
    mine: 33,
    steps: [
      { do: 'report', desk: 3, row: 1, as: 'under way', n: 2 },
      { do: 'sync', desk: 0, trouble: { kind: 'none' } },
      { do: 'delete', desk: 1, row: 2, to: 4 },
      { do: 'send copy', desk: 1, key: 1 },
      { do: 'correct', target: 1, due: 1, without: true, turned: true },
      { do: 'report', desk: 3, row: 2, as: 'not done', n: 7 },
      { do: 'confirm', desk: 3, row: 2 },
    ],
  },
];
