import type { Language } from '../../../text/text.ts';

/** A period's id as people say it: `2024-W07` is 第7周, Week 7. */
export function periodName(id: string, language: Language): string {
  const match = /^\d{4}-([HQBW]?)(\d{1,2})$/.exec(id);
  if (!match) return language === 'zh' ? `${id}年` : id;
  const number = Number(match[2]);
  const names: Record<string, [string, string]> = {
    H: [number === 1 ? '上半年' : '下半年', `Half ${number}`],
    Q: [`第${number}季度`, `Quarter ${number}`],
    B: [`${2 * number - 1}–${2 * number}月`, `Months ${2 * number - 1}–${2 * number}`],
    W: [`第${number}周`, `Week ${number}`],
    '': [`${number}月`, `Month ${number}`],
  };
  return names[match[1] ?? '']![language === 'zh' ? 0 : 1];
}
