import { headRemark, headWords } from '../../columns/headWords.ts';
import type { Indicator, OpenQuantity } from '../../taskList/taskList.ts';
import { readDeadlines } from '../deadlines/readDeadlines.ts';
import { trimBlanks } from '../text/characters.ts';
import { maskCitations } from '../text/mask.ts';
import { prepareText } from '../text/preparedText.ts';
import type { CellPosition } from '../table/cellPosition.ts';
import { measurePattern, type Quantity } from './quantity.ts';
import { readQuantities } from './readQuantities.ts';

/** A cell of a column of quantities as printed, and the heading of its column. */
export interface QuantityCell {
  printed: string;
  heading: string;
  /** The task beside it: what 目标值 is the value of. */
  name: string;
  cell: CellPosition;
  /** Whether it stands beside several arrangements: of which it speaks is not said. */
  isShared: boolean;
  /** Whether what it stands beside recurs: whether it counts each time or the whole year is not said. */
  recurs: boolean;
}

/** What a cell asks for: targets, what a person may make one, and words with numbers that were not read. */
export interface QuantityOfCell {
  exact: Indicator[];
  open: OpenQuantity[];
  unread: string[];
}

const ofYear = /年|总|合计|累计/u;
/** Headings that do not say what is counted. */
const saysNothing =
  /^(?:(?:年度|主要|量化|考核|任务)?(?:指标|目标)[值数]?|量化要求|合计|总[计数]|全[省市区县镇乡年].{0,6})$/u;
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
  const heading = headWords(cell.heading);
  const isNamed = heading !== '' && !saysNothing.test(heading);
  const label = (isNamed ? heading : cell.name || '数量').slice(0, 400);
  const within = (start: number, end: number) => ({ ...prepared.span(start, end), entry });
  const bare = /^\d{1,9}$/u.test(compact) ? Number(compact) : null;
  const deadlines = readDeadlines(maskCitations(compact), year, true);
  const { quantities, inexact, unread } =
    bare === null
      ? readQuantities(prepared, deadlines, year, { isAsked: true })
      : { quantities: [], inexact: [], unread: [] };
  const found: OpenQuantity[] = [
    ...(bare === null
      ? []
      : [{ value: bare, unitOfMeasure: measureOf(cell.heading), label, source: within(0, compact.length) }]),
    ...quantities.map(({ value, unitOfMeasure, number, ...of }) => {
      const own = isNamed || !of.isNamed ? label : of.label;
      return { value, unitOfMeasure, label: own, source: within(number.start, number.end) };
    }),
  ];
  const isSaid = ({ value, unitOfMeasure }: OpenQuantity): boolean =>
    ofSentence.some((each) => each.value === value && each.unitOfMeasure === unitOfMeasure);
  const differs = ({ unitOfMeasure }: OpenQuantity): boolean =>
    cell.isShared ||
    (cell.recurs && !ofYear.test(heading + entry)) ||
    ofSentence.some((each) => each.unitOfMeasure === unitOfMeasure);
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
    // A number that is none of these is told: 98%以上.
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
