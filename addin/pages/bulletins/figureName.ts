import { figureNames } from '../../../shared/progress/names.ts';
import type { Language } from '../../text/language.ts';

/** Numbers that only a bulletin has. */
const own: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  notDue: { zh: '尚未到期', en: 'Not due yet' },
  earlier: { zh: '以前逾期', en: 'Overdue from before' },
  returned: { zh: '退回', en: 'Returned' },
  settled: { zh: '逾期已补', en: 'Settled since' },
  stillOverdue: { zh: '仍逾期', en: 'Still overdue' },
  silent: { zh: '一项未报', en: 'Nothing reported' },
  partly: { zh: '部分未报', en: 'Partly missing' },
};

/** What a number of a bulletin is called. */
export function figureName(name: string, language: Language): string {
  if (name in figureNames) return figureNames[name as keyof typeof figureNames][language];
  return own[name]?.[language] ?? name;
}
