import { headWords } from '../../../shared/columns/headWords.ts';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { BySeries } from './keysOf.ts';
import type { ProposedColumn, ProposedRow, SaidBinding } from './proposed.ts';
import { indicatorBlock } from './sideBySideText.ts';

/**
 * Where counts of several indicators stand side by side, each column of counts is a block of its own; all else in the row is of
 * all its indicators. A row without a count among them is of the last block, which has no column of its own.
 */
export interface IndicatorBlocks {
  of: readonly string[];
  columns: ProposedColumn[];
  /** Whether each indicator of a series' schedule has a column. */
  tells(series: string): boolean;
  /** The rows of ours that a row of hers is, each with its block from 1. */
  keysOf(row: ProposedRow, only: SheetRow, bySeries: BySeries): { key: string; block: number }[];
}

type Labelled = Pick<SheetRow, 'indicatorLabel' | 'unitOfMeasure' | 'context'>;

/** The blocks of a sheet; `null`: no row has indicators that its headings tell apart. */
export function indicatorBlocks(
  sheet: LedgerSheet,
  columns: readonly ProposedColumn[],
  rows: readonly ProposedRow[],
  bySeries: BySeries,
  said: SaidBinding['roles'],
): IndicatorBlocks | null {
  const several = rows.flatMap(({ series, isLeftOut }) => {
    const own = series === null || isLeftOut ? [] : ofIndicators(series, bySeries);
    return own.length > 1 ? [own] : [];
  });
  const numbers = columns.filter((column) => isOfCounts(column, said) && isNumeric(sheet, column, rows));
  const named = new Set(several.flatMap((own) => placesFor(own, numbers)));
  const counts = numbers.filter(({ role }, at) => role === 'count' || named.has(at));
  const placesOf = (labels: readonly Labelled[]): (number | null)[] => placesFor(labels, counts);
  if (!several.some((own) => placesOf(own).filter((place) => place !== null).length > 1)) return null;
  const names = new Set<string>();
  const of = counts.map(({ heading, at }) => {
    const plain = indicatorBlock(heading);
    const name = names.has(plain) ? indicatorBlock(`${heading}${at + 1}`) : plain;
    names.add(name);
    return name;
  });
  const place = new Map(counts.map(({ at }, block) => [at, block + 1] as const));
  return {
    of: [...of, ''],
    columns: columns.map((column) => {
      const block = place.get(column.at);
      return block === undefined
        ? column
        : { ...column, role: 'count' as const, id: 'count' as const, block };
    }),
    tells: (series) => placesOf(ofIndicators(series, bySeries)).every((at) => at !== null),
    keysOf({ row, series }, only, by) {
      const all = indicatorsOf(series!, by).flatMap(
        (id) => by.get(id)!.find(({ period }) => period === only.period) ?? [],
      );
      const places = placesOf(all);
      const told = all.flatMap(({ key }, at) =>
        places[at] === null ? [] : [{ key, block: places[at]! + 1 }],
      );
      if (told.length > 0) return told;
      // Her headings say nothing of it: the one column that she has filled is meant.
      const filled = counts.flatMap(({ at }, block) =>
        (sheet.rows[row]?.[at]?.text.trim() ?? '') === '' ? [] : [block],
      );
      const isCounted = only.context.indicator.id !== 'done';
      const block = isCounted && filled.length === 1 ? filled[0]! + 1 : counts.length + 1;
      return [{ key: only.key, block }];
    },
  };
}

/** The series of all indicators of one schedule, in the list's order. */
function indicatorsOf(series: string, bySeries: BySeries): string[] {
  const [code, schedule] = series.split('.');
  return [...bySeries.keys()].filter((id) => id.startsWith(`${code}.${schedule}.`));
}

const ofIndicators = (series: string, bySeries: BySeries): SheetRow[] =>
  indicatorsOf(series, bySeries).map((id) => bySeries.get(id)![0]!);

/** Numbers of what was to be done, of another time, or of what is left are no counts of what was done. */
const noCount =
  /计划|目标|指标|任务|应|拟|去年|上年|上月|上期|同比|环比|占比|率$|未|剩余|尚|待|预计|编号|序号/u;

/** Whether a column may be one of counts: it is said to be, or nothing is known of it and its heading speaks of none but those. */
const isOfCounts = ({ at, role, heading }: ProposedColumn, said: SaidBinding['roles']): boolean =>
  role === 'count' || (role === 'unread' && !said.has(at) && !noCount.test(heading));

function isNumeric({ rows: lines }: LedgerSheet, { at, role }: ProposedColumn, rows: readonly ProposedRow[]) {
  if (role === 'count') return true;
  return rows.every(({ row }) => {
    const text = lines[row]?.[at]?.text.trim() ?? '';
    return text === '' || /^\d{1,6}\p{Script=Han}{0,2}$/u.test(text);
  });
}

/** Of each indicator the column whose heading says it, one to one; `null`: none does, or two do as well. */
function placesFor(labels: readonly Labelled[], counts: readonly ProposedColumn[]): (number | null)[] {
  const nearness = labels.map(({ indicatorLabel, context }) =>
    counts.map(({ heading }) => (context.indicator.id === 'done' ? 0 : near(heading, indicatorLabel))),
  );
  return nearness.map((ofColumns, label) => {
    const most = Math.max(...ofColumns);
    const at = ofColumns.indexOf(most);
    const isOnly = ofColumns.lastIndexOf(most) === at;
    const isItsOwn = nearness.every((others, other) => other === label || others[at]! < most);
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
