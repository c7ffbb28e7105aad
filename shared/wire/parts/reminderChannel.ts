import * as z from 'zod';
import { unitId } from '../../roster/roster.ts';

/** Whose robot it is: WeCom's (企业微信), DingTalk's (钉钉), or any program that takes JSON. */
export const reminderForms = ['wecom', 'dingtalk', 'json'] as const;
export type ReminderForm = (typeof reminderForms)[number];

/** What is said of reminders beside where they go. */
export const reminderRules = {
  enabled: z.boolean(),
  /** Reminds of what falls due up to so many working days after today. */
  soonWorkingDays: z.int().min(0).max(10),
  /** How often of what is overdue: each working day, the first of each week, never. */
  overdue: z.enum(['daily', 'weekly', 'never']),
  /** The district's address gets one message for all where more units than this have something due. */
  digestAbove: z.int().min(0).max(19),
};

const place = {
  /** Whose messages go there; `null`: those of all units that have no address of their own. */
  unit: unitId.nullable(),
  form: z.enum(reminderForms),
  /** A word that the robot asks for in every message; empty where it asks for none. */
  keyword: z.string().trim().max(20),
};

/** Where messages go, as it is told: the address and the secret are never read back. */
export const reminderChannel = z
  .strictObject({
    ...place,
    /** Host and last four characters. */
    address: z.string(),
    hasSecret: z.boolean(),
  })
  .meta({ id: 'ReminderChannel' });
export type ReminderChannel = z.infer<typeof reminderChannel>;

/** Where messages go, as it is set. */
export const reminderChannelToSet = z
  .strictObject({
    ...place,
    /** The whole address, https; left out, address and secret stay what they are. */
    address: z.string().trim().max(1000).optional(),
    /** With which DingTalk's messages are signed (SEC…). A new address without one has none. */
    secret: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'ReminderChannelToSet' });
export type ReminderChannelToSet = z.infer<typeof reminderChannelToSet>;
