import * as z from 'zod';
import { defaultListSettings, wholeListSettings } from '../taskList/listSettings.ts';
import { openDecision } from '../taskList/openDecisions.ts';

/** `GET /v1/task-lists/{year}/settings`, and what setting them answers. */
export const settingsAnswer = z
  .strictObject({
    settings: wholeListSettings,
    /** Counts the changes of the settings; the ETag says the same. */
    version: z.int(),
    openDecisions: z.array(openDecision),
    /**
     * Years of its due dates of which the holidays are not known: no due date moves there, and working days are counted from
     * Monday to Friday.
     */
    holidaysUnknown: z.array(z.int()),
  })
  .meta({ id: 'ListSettingsAnswer' });
export type SettingsAnswer = z.infer<typeof settingsAnswer>;

export const settingsAnswerExample: SettingsAnswer = {
  settings: { ...defaultListSettings, seasons: { 汛期: [5, 6, 7, 8, 9] }, lockDaysAfterDue: 30 },
  version: 3,
  openDecisions: [],
  holidaysUnknown: [],
};
