import { withoutBlanks } from '../import/text/characters.ts';
import { toSimplified } from '../import/text/simplified.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import { readLedgerStatus } from './values.ts';

/** What a colour means by a legend: a status in her words, or that nothing is to be reported of the row. */
export type Meaning = { is: 'not-reported' } | { is: 'status'; cell: LedgerCell };

type Hue = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple' | 'grey';

const hues: Readonly<Record<string, Hue>> = {
  ...{ 红: 'red', 粉: 'red', 橙: 'orange', 橘: 'orange', 黄: 'yellow', 绿: 'green' },
  ...{ 青: 'blue', 蓝: 'blue', 紫: 'purple', 灰: 'grey' },
};

const told =
  /([红粉橙橘黄绿青蓝紫灰])色?(?:底纹?|标[注识记]?|填充|字|格|单元格|部分|行)?(?:表示|代表|为|是|指|的|[:：=＝—-])+([^，。；;、,\s（()）]{2,12})/gu;
const notReported = /不[用需再]?[填上]?报|不涉及|取消|作废|停报|销号|删除|不填|无需/u;
const symbols =
  /([●○◐◑◎■□▲△★☆])\s*(?:表示|代表|为|是|[:：=＝—-])?\s*([^，。；;、,\s（()）●○◐◑◎■□▲△★☆]{2,12})/gu;

/** The hue of a colour as people call it; `null`: white, black, or none in particular. */
function hueOf(fill: string): Hue | null {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (spread < 0.06) return most > 0.97 || most < 0.15 ? null : 'grey';
  const sector =
    most === red
      ? ((green - blue) / spread) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const degrees = (sector * 60 + 360) % 360;
  const bounds: [number, Hue][] = [
    ...([
      [16, 'red'],
      [42, 'orange'],
      [70, 'yellow'],
      [165, 'green'],
      [255, 'blue'],
      [320, 'purple'],
    ] as [number, Hue][]),
    [361, 'red'],
  ];
  return bounds.find(([end]) => degrees < end)![1];
}

function meaningOf(words: string): Meaning | null {
  const text = withoutBlanks(toSimplified(words)).replace(/(?:的|工作|事项|项目)+$/u, '');
  if (notReported.test(text)) return { is: 'not-reported' };
  const cell: LedgerCell = { text, value: text };
  return readLedgerStatus(cell, false).is === 'value' ? { is: 'status', cell } : null;
}

/**
 * What colours and marks mean in a sheet, by words that say so (红色：逾期) or by filled cells beside what they mean. Without a legend
 * a colour says nothing. `isRow`: whether a row of the sheet is one of the table.
 */
export class Legend {
  private readonly byHue = new Map<Hue, Meaning>();
  private readonly byFill = new Map<string, Meaning>();
  private readonly bySymbol = new Map<string, Meaning>();

  constructor(view: SheetView, isRow: (row: number) => boolean) {
    for (let row = 0; row < view.height; row += 1) {
      if (isRow(row)) continue;
      for (let column = 0; column < view.width; column += 1) this.look(view, row, column);
    }
  }

  private look(view: SheetView, row: number, column: number): void {
    const cell = view.sheet.rows[row]?.[column] ?? null;
    if (cell === null) return;
    const text = toSimplified(cell.text);
    for (const [, colour, words] of text.matchAll(told)) {
      const meaning = meaningOf(words!);
      if (meaning !== null) this.byHue.set(hues[colour!]!, meaning);
    }
    for (const [, symbol, words] of text.matchAll(symbols)) {
      const meaning = meaningOf(words!);
      if (meaning !== null) this.bySymbol.set(symbol!, meaning);
    }
    if (cell.fill === undefined || text.length > longestMeaning) return;
    const beside = withoutBlanks(text) === '' ? view.text(row, column + 1) : text;
    const meaning = beside.length > longestMeaning ? null : meaningOf(beside);
    if (meaning !== null) this.byFill.set(cell.fill, meaning);
  }

  /** What the fill of a cell means; `null`: nothing, or nobody says what. */
  ofFill(cell: LedgerCell | null): Meaning | null {
    const fill = cell?.fill;
    if (fill === undefined) return null;
    const hue = hueOf(fill);
    return this.byFill.get(fill) ?? (hue === null ? null : (this.byHue.get(hue) ?? null));
  }

  /** What a mark in a cell of statuses means; `null`: nobody says. */
  ofSymbol(cell: LedgerCell | null): Meaning | null {
    return this.bySymbol.get(withoutBlanks(cell?.text ?? '')) ?? null;
  }
}

const longestMeaning = 12;
