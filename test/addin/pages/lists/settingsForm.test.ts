import { expect, test } from 'vitest';
import { faultsOf, formOf, settingsOf } from '../../../../addin/pages/lists/settings/form.ts';
import { defaultListSettings } from '../../../../shared/taskList/listSettings.ts';

const settings = { ...defaultListSettings, lockDaysAfterDue: 5, contact: '区局' };

test('settings stand in fields and come back as they were', () => {
  expect(settingsOf(formOf(settings), settings)).toEqual(settings);
  expect(settingsOf(formOf(defaultListSettings), settings)).toEqual({ ...defaultListSettings });
});

test('what is typed is read; a blank lock locks nothing; anything else that is no number is a fault', () => {
  const form = {
    ...formOf(settings),
    ...{ lockDaysAfterDue: ' ', blueDays: '14', paceMargin: '101', answerWithinWorkingDays: '' },
  };
  expect(faultsOf(form)).toEqual(['paceMargin', 'answerWithinWorkingDays']);
  expect(settingsOf(form, settings)).toMatchObject({
    ...{ lockDaysAfterDue: null, blueDays: 14, paceMargin: 10, answerWithinWorkingDays: 3 },
  });
  expect(faultsOf({ ...form, lockDaysAfterDue: '5天' })).toContain('lockDaysAfterDue');
});
