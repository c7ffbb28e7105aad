import { addDays } from '../calendar/days.ts';
import { daysWords } from '../calendar/daysWords.ts';
import { periodWords } from '../calendar/periodWords.ts';
import { stateNames } from '../obligations/stateNames.ts';
import type { ObligationState } from '../wire/parts/obligationState.ts';
import type { Mark } from '../wire/parts/mark.ts';
import { markNames } from './dueNames.ts';
import { type FigureName, figureNames } from './names.ts';

/** What filters leave of the whole. */
export interface Scope {
  /** A unit, by name. */
  unit?: string | undefined;
  category?: number | string | undefined;
  task?: string | undefined;
  arrangement?: string | undefined;
  period?: string | undefined;
  state?: ObligationState | undefined;
  counted?: FigureName | undefined;
  mark?: Mark | undefined;
  /** Due on this day or later. */
  dueFrom?: string | undefined;
  /** Due before this day, the day itself left out. */
  dueBefore?: string | undefined;
}

type Language = 'zh' | 'en';

/** What filters leave, in brackets: （甲镇，类别一）; empty where there is no filter (B12.1). */
export function scopeWords(scope: Scope, language: Language): string {
  const { unit, category, task, arrangement, period, state, counted, mark } = scope;
  const said = [
    unit,
    category === undefined ? undefined : categoryWords(Number(category), language),
    task,
    arrangement,
    // A week's days would be brackets within brackets.
    period === undefined ? undefined : periodWords(period, language).replace(/\s*[（(].*$/u, ''),
    state && stateNames[state][language],
    counted && figureNames[counted][language],
    mark && markNames[mark][language],
    dueWords(scope, language),
  ].filter(Boolean);
  if (said.length === 0) return '';
  return language === 'zh' ? `（${said.join('，')}）` : ` (${said.join(', ')})`;
}

/** Of whom figures are: the unit that is filtered or else the whole, and in brackets what else is filtered. */
export function placeWords(whole: string, { unit, ...others }: Scope, language: Language): string {
  return (unit ?? whole) + scopeWords(others, language);
}

const digits = ' 一二三四五六七八九';

function categoryWords(number: number, language: Language): string {
  if (language === 'en') return `category ${number}`;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `类别${ten}${ones === 0 ? '' : digits[ones]}`;
}

function dueWords({ dueFrom, dueBefore }: Scope, language: Language): string | undefined {
  const last = dueBefore === undefined ? undefined : addDays(dueBefore, -1);
  if (dueFrom !== undefined && last !== undefined) return daysWords(dueFrom, last, language);
  if (dueFrom !== undefined) return language === 'zh' ? `${dueFrom}起到期` : `due from ${dueFrom}`;
  if (last !== undefined) return language === 'zh' ? `${last}及以前到期` : `due by ${last}`;
  return undefined;
}
