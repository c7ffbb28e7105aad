import fc from 'fast-check';
import type { RowField } from '../../shared/row/row.ts';
import type { Trouble } from './desk.ts';
import { typed } from './model/validity.ts';

/** One thing that a clerk, the bureau, the calendar or the network does. Plain data: a failure prints it. */
export type Step =
  | { do: 'type'; desk: number; row: number; field: RowField; value: number }
  /** A row is filled in and sent, and everybody has it: what follows starts from one base. */
  | { do: 'together'; row: number; n: number }
  /** Two clerks of one unit change the same row, each a field of it. */
  | { do: 'apart'; row: number; fields: [RowField, RowField]; n: number }
  /** The same, each change sound by itself, and broken together: a count, and that there are none to count. */
  | { do: 'halves'; row: number }
  /** Two clerks fill in the same; one sends it, and what is past its due date is locked before the other does. */
  | { do: 'alike'; row: number; n: number }
  /** Fills in a row as a clerk would; `n` picks count, note and day. */
  | { do: 'report'; desk: number; row: number; as: 'under way' | 'done' | 'none' | 'not done'; n: number }
  | { do: 'sync' | 'pull'; desk: number; trouble: Trouble }
  | { do: 'sort'; desk: number; column: 'count' | 'note' | 'due' | 'status'; up: boolean }
  | { do: 'insert' | 'delete' | 'copy' | 'move'; desk: number; row: number; to: number }
  | { do: 'choose copy' | 'bring back' | 'confirm' | 'save'; desk: number; row: number }
  /** What is seen of a row is pasted over another one, and where it was cut, it is gone from there. */
  | { do: 'paste over'; desk: number; row: number; to: number; cut: boolean }
  /** A row is undone to what it was when the file was saved, hidden cells and all. */
  | { do: 'undo'; desk: number; row: number; which: number }
  /** Whose the content of misplaced rows is. */
  | { do: 'whose'; desk: number; theirs: boolean }
  | { do: 'decide'; desk: number; mine: number }
  /** Close and open again: as it stands, as last saved, or an old copy of the file. */
  | { do: 'reopen'; desk: number; file: 'as it is' | 'as saved' | 'old copy'; which: number }
  /** The file goes to a colleague who works on in it with another key. */
  | { do: 'send copy'; desk: number; key: number }
  | { do: 'wait'; hours: number }
  | { do: 'deliver'; which: number }
  /** A fault of D1 under the bureau's next request, which is then sent again. */
  | { do: 'bureau fault'; call: number; when: 'before' | 'after'; error: number }
  | { do: 'lock'; days: number | null }
  | { do: 'allocate'; arrangement: number; unit: number; share: number | null }
  | { do: 'narrow'; arrangement: number; from: number; units: number }
  | { do: 'roster'; leaves: number | null }
  /** The bureau corrects the list: a target, a due date, an arrangement out or in again, others turned round. */
  | { do: 'correct'; target: number; due: number; without: boolean; turned: boolean }
  /** An officer decides of obligations of a unit: of some by key, or of all that its filter lists. */
  | { do: 'act'; unit: number; act: number; which: number[]; day: number; filtered: boolean }
  /** An officer enters a row for a unit, from what was seen just then or before the last change. */
  | { do: 'on behalf'; unit: number; row: number; n: number; stale: boolean };

const nat = (max: number) => fc.nat({ max });
const desk = nat(3);
const row = fc.oneof({ weight: 4, arbitrary: nat(2) }, { weight: 2, arbitrary: nat(11) });
const just = <T extends string>(...names: T[]) => fc.constantFrom(...names);

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 10, arbitrary: fc.constant({ kind: 'none' as const }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: just('request lost', 'answer lost', 'late', 'again later', 'doubled', 'held', 'answer held'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: just('d1'),
      call: nat(6),
      when: just('before', 'after'),
      error: nat(4),
    }),
  },
);

/** Sound values and fields that two clerks fill in side by side come more often. */
const field = fc.oneof(
  { weight: 1, arbitrary: just(...(Object.keys(typed) as RowField[])) },
  { weight: 4, arbitrary: just<RowField>('count', 'note', 'note', 'problems', 'problems', 'explanation') },
);
const value = fc.oneof({ weight: 4, arbitrary: nat(2) }, { weight: 1, arbitrary: nat(10) });

export const steps: fc.Arbitrary<Step[]> = fc.noBias(
  fc.array(
    fc.oneof(
      {
        weight: 16,
        arbitrary: fc.record({ do: just('type'), desk, row, field, value }),
      },
      {
        weight: 16,
        arbitrary: fc.record({
          do: just('report'),
          desk,
          row,
          as: just('under way', 'under way', 'under way', 'done', 'done', 'none', 'not done'),
          n: nat(8),
        }),
      },
      { weight: 3, arbitrary: fc.record({ do: just('halves'), row }) },
      { weight: 3, arbitrary: fc.record({ do: just('alike'), row, n: nat(8) }) },
      { weight: 6, arbitrary: fc.record({ do: just('together'), row, n: nat(8) }) },
      {
        weight: 9,
        arbitrary: fc.record({ do: just('apart'), row, fields: fc.tuple(field, field), n: nat(8) }),
      },
      { weight: 26, arbitrary: fc.record({ do: just('sync'), desk, trouble }) },
      { weight: 6, arbitrary: fc.record({ do: just('pull'), desk, trouble }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: just('sort'),
          desk,
          column: just('count', 'note', 'due', 'status'),
          up: fc.boolean(),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ do: just('insert', 'delete', 'copy', 'move'), desk, row, to: nat(5) }),
      },
      {
        weight: 6,
        arbitrary: fc.record({ do: just('choose copy', 'bring back', 'confirm', 'save'), desk, row }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ do: just('paste over'), desk, row, to: nat(5), cut: fc.boolean() }),
      },
      { weight: 3, arbitrary: fc.record({ do: just('undo'), desk, row, which: nat(4) }) },
      { weight: 3, arbitrary: fc.record({ do: just('whose'), desk, theirs: fc.boolean() }) },
      { weight: 4, arbitrary: fc.record({ do: just('decide'), desk, mine: nat(15) }) },
      {
        weight: 5,
        arbitrary: fc.record({
          do: just('reopen'),
          desk,
          file: just('as it is', 'as saved', 'old copy'),
          which: nat(4),
        }),
      },
      { weight: 3, arbitrary: fc.record({ do: just('send copy'), desk, key: nat(1) }) },
      {
        weight: 8,
        arbitrary: fc.record({ do: just('wait'), hours: fc.constantFrom(1, 1, 13, 24, 48, 120, -30) }),
      },
      { weight: 5, arbitrary: fc.record({ do: just('deliver'), which: nat(3) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: just('bureau fault'),
          call: nat(8),
          when: just('before', 'after'),
          error: nat(4),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ do: just('lock'), days: fc.option(fc.constantFrom(0, 1, 3), { nil: null }) }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          do: just('allocate'),
          arrangement: nat(2),
          unit: nat(1),
          share: fc.option(fc.constantFrom(0, 3, 5, 8), { nil: null }),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ do: just('narrow'), arrangement: nat(3), from: nat(2), units: nat(2) }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          do: just('correct'),
          target: nat(1),
          due: nat(2),
          without: fc.boolean(),
          turned: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: just('roster'), leaves: fc.option(nat(2), { nil: null }) }) },
      {
        weight: 9,
        arbitrary: fc.record({
          do: just('act'),
          unit: nat(2),
          act: nat(8),
          which: fc.array(nat(20), { minLength: 1, maxLength: 4 }),
          day: nat(3),
          filtered: fc.boolean(),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ do: just('on behalf'), unit: nat(2), row, n: nat(8), stale: fc.boolean() }),
      },
    ),
    { minLength: 1, maxLength: 60, size: 'max' },
  ),
);
