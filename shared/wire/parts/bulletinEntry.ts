import * as z from 'zod';
import { bulletinNumber, bulletinPreset } from '../../bulletin/content.ts';

/** A bulletin among others: what it is, without its text. */
export const bulletinEntry = z
  .strictObject({
    id: z.string(),
    state: z.enum(['draft', 'issued']),
    /** Of an issued one: its number within the year of its issue. */
    number: bulletinNumber.nullable(),
    /** The office's code in document numbers; empty where it has none. */
    code: z.string(),
    title: z.string(),
    preset: bulletinPreset,
    period: z.string().nullable(),
    from: z.iso.date(),
    to: z.iso.date(),
    /** The day whose state it tells, and the last change that it speaks of: of a draft, the present ones. */
    asOf: z.iso.date(),
    change: z.int(),
    /** Server times, ISO 8601 with offset +08:00, and names of persons. */
    createdAt: z.string(),
    createdBy: z.string(),
    issuedAt: z.string().nullable(),
    issuedBy: z.string().nullable(),
    /** The issued one that it corrects, and the one that was issued to correct it. */
    corrects: bulletinNumber.nullable(),
    correctedBy: bulletinNumber.nullable(),
    /** Rises with every edit and with the issue: what `If-Match` names. */
    version: z.int(),
  })
  .meta({ id: 'BulletinEntry' });
export type BulletinEntry = z.infer<typeof bulletinEntry>;

export const bulletinEntryExample: BulletinEntry = {
  id: 'n3xkq8p2vd7m',
  state: 'issued',
  number: { year: 2024, sequence: 3 },
  code: '某应急',
  title: '某区危险化学品安全监管工作任务落实情况通报',
  ...{ preset: 'weekly', period: '2024-W14', from: '2024-04-01', to: '2024-04-07' },
  ...{ asOf: '2024-04-10', change: 812 },
  createdAt: '2024-04-10T09:12:40+08:00',
  createdBy: '周文斌',
  issuedAt: '2024-04-10T10:05:02+08:00',
  issuedBy: '周文斌',
  ...{ corrects: null, correctedBy: null },
  version: 3,
};
