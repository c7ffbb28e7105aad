import { countsCases } from './counts.cases.ts';
import { datesAndNotesCases } from './datesAndNotes.cases.ts';
import type { KeyCase, RowCase } from './notation.ts';
import { textsCases } from './texts.cases.ts';

export { baseContext } from './notation.ts';

export const rowCases: readonly RowCase[] = [...countsCases, ...datesAndNotesCases, ...textsCases];

const xuejia = '2024.1-6-3.1.done.xuejia.2024-Q3.7';
const benniu = '2024.1-6-3.1.done.benniu.2024-Q3.1';
const lastYear = '2023.1-6-3.1.done.xuejia.2023-Q3.a';

export const keyCases: readonly KeyCase[] = [
  {
    name: 'keys as they were given out',
    keys: [xuejia, benniu],
    known: [xuejia, benniu],
    finds: [null, null],
  },
  { name: 'blanks around a key', keys: [` ${xuejia}\n`], known: [xuejia], finds: [null] },
  {
    name: 'a row of the clerk’s own',
    keys: [xuejia, null, ' '],
    known: [xuejia],
    finds: [null, 'V-key-missing', 'V-key-missing'],
  },
  {
    name: 'no key at all',
    keys: ['合计', 12],
    known: [xuejia],
    finds: ['V-key-malformed', 'V-key-malformed'],
  },
  {
    name: 'a character changed',
    keys: [xuejia.replace('Q3', 'Q2')],
    known: [xuejia],
    finds: ['V-key-broken-check'],
  },
  { name: 'a key of another unit', keys: [benniu], known: [xuejia], finds: ['V-key-unknown'] },
  { name: 'a key of last year’s list', keys: [lastYear], known: [xuejia], finds: ['V-key-other-list'] },
  {
    name: 'a row copied: every copy is told',
    keys: [xuejia, benniu, xuejia],
    known: [xuejia, benniu],
    finds: ['V-key-duplicate', null, 'V-key-duplicate'],
  },
];
