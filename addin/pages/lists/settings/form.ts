import type { ListSettings } from '../../../../shared/taskList/listSettings.ts';

/** A setting that is a number, with the bounds between which it may be. */
export const numbers = {
  lockDaysAfterDue: { min: 0, max: 3650 },
  blueDays: { min: 0, max: 366 },
  paceMargin: { min: 0, max: 100 },
  answerWithinWorkingDays: { min: 0, max: 60 },
} as const;
export type NumberName = keyof typeof numbers;
export const numberNames = Object.keys(numbers) as NumberName[];

/** What stands in the fields: numbers as they are typed. */
export type SettingsForm = Pick<ListSettings, 'dueOnHoliday' | 'moveWeeks' | 'contact'> &
  Record<NumberName, string>;

/** The fields of settings. */
export const formOf = (settings: ListSettings): SettingsForm => ({
  dueOnHoliday: settings.dueOnHoliday,
  moveWeeks: settings.moveWeeks,
  contact: settings.contact,
  lockDaysAfterDue: settings.lockDaysAfterDue === null ? '' : String(settings.lockDaysAfterDue),
  blueDays: String(settings.blueDays),
  paceMargin: String(settings.paceMargin),
  answerWithinWorkingDays: String(settings.answerWithinWorkingDays),
});

/** A typed number between its bounds; `null` where it is none. Blank may stand where nothing is to be locked. */
function readNumber(name: NumberName, typed: string): number | null {
  const { min, max } = numbers[name];
  const words = typed.trim();
  return /^\d{1,4}$/u.test(words) && Number(words) >= min && Number(words) <= max ? Number(words) : null;
}

const mayBeBlank = (name: NumberName, typed: string): boolean =>
  name === 'lockDaysAfterDue' && typed.trim() === '';

/** The fields in which no number stands that can be set. */
export const faultsOf = (form: SettingsForm): NumberName[] =>
  numberNames.filter((name) => readNumber(name, form[name]) === null && !mayBeBlank(name, form[name]));

/** The settings with what stands in the fields; what has a fault stays as it was. */
export function settingsOf(form: SettingsForm, settings: ListSettings): ListSettings {
  const number = <T extends NumberName>(name: T) => readNumber(name, form[name]);
  const lock = 'lockDaysAfterDue';
  return {
    ...settings,
    dueOnHoliday: form.dueOnHoliday,
    moveWeeks: form.moveWeeks,
    contact: form.contact.trim(),
    lockDaysAfterDue: mayBeBlank(lock, form[lock]) ? null : (number(lock) ?? settings[lock]),
    blueDays: number('blueDays') ?? settings.blueDays,
    paceMargin: number('paceMargin') ?? settings.paceMargin,
    answerWithinWorkingDays: number('answerWithinWorkingDays') ?? settings.answerWithinWorkingDays,
  };
}
