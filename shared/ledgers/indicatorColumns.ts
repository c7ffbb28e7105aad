import { headWords } from '../columns/headWords.ts';
import { columnsBesideOwn, isForeignColumn } from './foreign.ts';
import type { LedgerCell } from './ledgerFile.ts';
import type { KnownObligation } from './known.ts';
import type { SheetContext } from './sheetContext.ts';
import { readLedgerCounts, type Reading } from './values.ts';

type Indicator = KnownObligation['indicators'][number];

/** Columns of counts that stand side by side, one for each indicator of an arrangement, told by their headings. */

/** Numbers of what was to be done, of another time, or of what is left are no counts of what was done. */
const noCount =
  /计划|目标|指标|任务|应|拟|去年|上年|上月|上期|同比|环比|占比|率$|未|剩余|尚|待|预计|编号|序号/u;

/** Whether a column of which nothing is known may be one of counts, by its heading. */
export const mayCount = (heading: string): boolean => !noCount.test(heading);

/** Whether a cell below such a heading is blank or holds a number. */
export const isCountOrBlank = (text: string): boolean =>
  text === '' || /^\d{1,6}\p{Script=Han}{0,2}$/u.test(text);

/** Of each indicator the heading that says it, one to one; `null`: none does, or two do as well. */
export function placesFor(
  indicators: readonly { id: string; label: string }[],
  headings: readonly string[],
): (number | null)[] {
  const nearness = indicators.map(({ id, label }) =>
    headings.map((heading) => (id === 'done' ? 0 : near(heading, label))),
  );
  return nearness.map((ofColumns, indicator) => {
    const most = Math.max(...ofColumns);
    const at = ofColumns.indexOf(most);
    const isOnly = ofColumns.lastIndexOf(most) === at;
    const isItsOwn = nearness.every((others, other) => other === indicator || others[at]! < most);
    return most >= 0.5 && isOnly && isItsOwn ? at : null;
  });
}

const general = /完成|累计|数量|总数|[家户个次人]?数|[（(].*?[）)]/gu;

/** How much of the shorter of two names is in the other, by pairs of characters. */
function near(heading: string, label: string): number {
  const [hers, ours] = [heading, label].map((each) => pairsOf(headWords(each).replace(general, '')));
  const less = Math.min(hers!.size, ours!.size);
  return less === 0 ? 0 : [...hers!].filter((pair) => ours!.has(pair)).length / less;
}

const pairsOf = (words: string): Set<string> => {
  const all = [...words];
  return new Set(all.slice(1).map((second, at) => `${all[at]}${second}`));
};

/** The columns of a sheet that hold an indicator's count each. */
export class IndicatorColumns {
  /** Whether any row says something in them. */
  isUsed = false;
  /** Those that are read so, by their place among the sheet’s. */
  readonly read: ReadonlySet<number>;
  private readonly context: SheetContext;
  private readonly columns: readonly { column: number; heading: string; role: string }[];
  /** Places among `columns` that the headings give to indicators of the unit. */
  private readonly named: ReadonlySet<number>;

  constructor(context: SheetContext) {
    const { view, head, known } = context;
    const beside = columnsBesideOwn(head.headings, known);
    const hidden = new Set(view.sheet.hiddenColumns);
    this.context = context;
    this.columns = head.columns.filter(({ column, heading, role, from }) => {
      if (role === 'count') return true;
      if (role !== 'unread' || from.includes('person') || hidden.has(column) || beside.has(column))
        return false;
      const headings = head.headings[column] ?? [];
      if (isForeignColumn(headings, known) || !headings.every(mayCount)) return false;
      for (let row = head.lastRow + 1; row < view.height; row += 1)
        if (!isCountOrBlank(view.text(row, column))) return false;
      return mayCount(heading);
    });
    const sets = new Map(known.obligations.map((each) => [`${each.arrangement}.${each.schedule}`, each]));
    const places = [...sets.values()].flatMap(({ indicators }) => this.placesOf(indicators) ?? []);
    this.named = new Set(places.filter((place) => place !== null));
    this.read = new Set([...this.named].map((place) => this.columns[place]!.column));
  }

  /**
   * What a row says of each indicator's count; `null`: nothing stands in these columns for it. Numbers beneath headings that do not
   * name this arrangement's own indicators are a question: they were written for something.
   */
  readings(row: number, indicators: readonly Indicator[], isPerPeriod: boolean): Reading[] | null {
    const places = this.placesOf(indicators);
    if (places !== null) {
      this.isUsed = true;
      return places.map((place, at) =>
        place === null
          ? { is: 'nothing' }
          : readLedgerCounts(this.cellAt(row, place), [indicators[at]!], isPerPeriod)[0]!,
      );
    }
    const filled = [...this.named].flatMap((place) => this.cellAt(row, place) ?? []);
    if (filled.length === 0) return null;
    this.isUsed = true;
    const only = filled.length === 1 && indicators.length === 1;
    const reading = only ? readLedgerCounts(filled[0]!, indicators, isPerPeriod)[0]! : null;
    const proposal = reading === null || reading.is === 'nothing' ? null : said(reading);
    return indicators.map(() => ({ is: 'ask', proposal, why: 'count-of-several' }));
  }

  private cellAt(row: number, place: number): LedgerCell | null {
    const cell = this.context.view.own(row, this.columns[place]!.column);
    return cell?.isStruck === true ? null : cell;
  }

  /** `null`: headings do not tell two of them apart. */
  private placesOf(indicators: readonly Indicator[]): (number | null)[] | null {
    if (indicators.length < 2 || this.columns.length < 2) return null;
    const places = placesFor(
      indicators,
      this.columns.map(({ heading }) => heading),
    );
    return places.filter((place) => place !== null).length < 2 ? null : places;
  }
}

const said = (reading: Exclude<Reading, { is: 'nothing' }>): string | number | null =>
  reading.is === 'value' ? reading.value : reading.proposal;
