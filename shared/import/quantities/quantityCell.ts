import { headRemark, headWords } from '../../columns/headWords.ts';
import type { Indicator, OpenQuantity } from '../../taskList/taskList.ts';
import { trimBlanks } from '../text/characters.ts';
import { prepareText } from '../text/preparedText.ts';
import type { CellPosition } from '../table/cellPosition.ts';
import { measurePattern, type Quantity } from './quantity.ts';
import { readQuantities } from './readQuantities.ts';

/** A cell of a column of quantities as printed, and the heading of its column. */
export interface QuantityCell {
  printed: string;
  heading: string;
  cell: CellPosition;
  /** Whether it stands beside several arrangements: of which it speaks is not said. */
  isShared: boolean;
}

/** What a cell asks for: targets, what a person may make one, and words with numbers that were not read. */
export interface QuantityOfCell {
  exact: Indicator[];
  open: OpenQuantity[];
  unread: string[];
}

const measureInHeading = new RegExp(`(?<measure>${measurePattern})数|^(?<remark>${measurePattern})$`, 'u');

/**
 * Reads a cell of a column of quantities (I7.3): 7户, 3 beneath 抽查户数. What the sentence says with the same measure is said once where
 * it is the same number, and left to a person where it is another (\`ofSentence\`).
 */
export function readQuantityCell(
  cell: QuantityCell | null,
  ofSentence: readonly Quantity[],
  year: number,
): QuantityOfCell {
  const nothing: QuantityOfCell = { exact: [], open: [], unread: [] };
  const entry = trimBlanks(cell?.printed ?? '').slice(0, 400);
  if (cell === null || !/\d|[一二三四五六七八九十]/u.test(entry)) return nothing;
  const prepared = prepareText(entry);
  const { compact } = prepared;
  const label = headWords(cell.heading).slice(0, 400) || '数量';
  const within = (start: number, end: number) => ({ ...prepared.span(start, end), entry });
  const bare = /^\d{1,9}$/u.test(compact) ? Number(compact) : null;
  const deadlines = { rest: compact, timings: [], words: [] };
  const { quantities, inexact, unread } =
    bare === null ? readQuantities(prepared, deadlines, year) : { quantities: [], inexact: [], unread: [] };
  const found: OpenQuantity[] = [
    ...(bare === null
      ? []
      : [{ value: bare, unitOfMeasure: measureOf(cell.heading), label, source: within(0, compact.length) }]),
    ...quantities.map(({ value, unitOfMeasure, number }) => {
      return { value, unitOfMeasure, label, source: within(number.start, number.end) };
    }),
  ];
  const isSaid = ({ value, unitOfMeasure }: OpenQuantity): boolean =>
    ofSentence.some((each) => each.value === value && each.unitOfMeasure === unitOfMeasure);
  const differs = ({ unitOfMeasure }: OpenQuantity): boolean =>
    cell.isShared || ofSentence.some((each) => each.unitOfMeasure === unitOfMeasure);
  const anew = found.filter((each) => !isSaid(each));
  return {
    exact: anew
      .filter((each) => !differs(each))
      .map(({ value, unitOfMeasure, source }) => ({
        id: '',
        ...{ label, unitOfMeasure, target: value },
        mode: 'cumulative' as const,
        source,
      })),
    open: [
      ...anew.filter(differs),
      ...inexact.flatMap(({ start, end, open }) =>
        open === null ? [] : [{ ...open, label, source: within(start, end) }],
      ),
    ],
    // A number that is none of these is told: 每月2户 says nothing of the whole.
    unread:
      found.length + inexact.length + unread.length === 0
        ? [entry]
        : unread.map(({ start, end }) => prepared.words(start, end)),
  };
}

/** The measure that a heading names, for numbers that stand alone: 抽查户数, 数量（家）. */
function measureOf(heading: string): string {
  const groups =
    measureInHeading.exec(headRemark(heading))?.groups ?? measureInHeading.exec(headWords(heading))?.groups;
  return groups?.['measure'] ?? groups?.['remark'] ?? '个';
}
