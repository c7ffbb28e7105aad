import type { RawValues } from '../../../shared/row/row.ts';
import { counts, isCadence } from '../../../shared/rules/context.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';

export interface Pushed {
  key: string;
  base: number | null;
  values: RawValues;
}

const notes = [
  '已组织检查组现场核查，发现的隐患均已下达整改通知书。',
  '已召开专题会议部署，并完成企业自查情况汇总。',
  '联合专家开展指导服务，问题清单已反馈企业限期整改。',
  '已按计划完成本期调度，台账和影像资料存档备查。',
];

/** A report that passes the rules; another `salt` is another note. */
export function goodValues(row: SheetRow, salt: number): RawValues {
  const cadence = isCadence(row.context);
  return {
    status: cadence ? '已开展' : '进行中',
    count: counts(row.context) ? 1 : null,
    completedOn: null,
    note: `${notes[salt % notes.length]}第${salt}次填报。`,
    problems: '企业台账不全，已督促补齐。',
    contact: null,
    evidence: null,
    explanation: null,
  };
}

/** A report that breaks hard rules: a status that is none, and a date that is no day. */
export function badValues(row: SheetRow, salt: number): RawValues {
  return { ...goodValues(row, salt), status: '差不多了', completedOn: '2月30日' };
}

/** `count` rows of a sheet, spread evenly over it; another `offset` gives others. */
export function pick(rows: readonly SheetRow[], count: number, offset = 0): SheetRow[] {
  const length = Math.min(count, rows.length);
  return Array.from(
    { length },
    (_, i) => rows[(Math.floor((i * rows.length) / length) + offset) % rows.length]!,
  );
}
