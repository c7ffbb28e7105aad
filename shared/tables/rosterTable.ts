import type { Roster, UnitKind } from '../roster/roster.ts';
import { type Table, text } from './table.ts';

const columns = {
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类型', en: 'Kind' },
  id: { zh: '单位编号', en: 'Unit id' },
  aliases: { zh: '别名', en: 'Other names' },
  groups: { zh: '单位组', en: 'Groups' },
} as const;

const unitKinds: Record<UnitKind, { zh: string; en: string }> = {
  bureau: { zh: '部门', en: 'bureau' },
  park: { zh: '园区', en: 'park' },
  town: { zh: '镇', en: 'town' },
  subdistrict: { zh: '街道', en: 'subdistrict' },
};

/** The units of a roster in its order, each with the groups that it is in and since when, until when. */
export function rosterTable({ units, groups }: Roster, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  const comma = language === 'zh' ? '、' : ', ';
  const days = (from: string | null, to: string | null): string =>
    from === null && to === null ? '' : ` ${from ?? ''}–${to ?? ''}`;
  return {
    title: language === 'zh' ? '责任单位名册' : 'Roster of units',
    columns: [
      text(name('name'), 24),
      text(name('kind'), 10),
      text(name('id'), 16),
      text(name('aliases'), 40),
      text(name('groups'), 40),
    ],
    rows: units.map((unit) => [
      unit.name,
      unitKinds[unit.kind][language],
      unit.id,
      unit.aliases.join(comma),
      groups
        .flatMap((group) =>
          group.members
            .filter((member) => member.unit === unit.id)
            .map(({ from, to }) => `${group.name}${days(from, to)}`),
        )
        .join(comma),
    ]),
  };
}
