import * as z from 'zod';
import { recordOf } from '../schema/bounded.ts';

const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);
const head = (most: number) => line(most).nullable().optional();

/** `PUT /v1/bulletins/{id}`: what an officer makes of a draft. What is left out stays; `null` is as it is made. */
export const bulletinEdit = z
  .strictObject({
    title: head(120),
    office: head(60),
    /** The office's code in document numbers, 某应急. */
    code: head(30),
    salutation: head(120),
    signature: head(60),
    /** Sentences by their ids; empty text leaves one out, `null` takes an edit back. */
    sentences: recordOf(z.string().max(60), line(2000).nullable(), { max: 60 }),
    /** Tables by their ids: `false` leaves one out, with the sentence that leads to it; `true` has it printed again. */
    tables: recordOf(z.string().max(60), z.boolean(), { max: 10 }).optional(),
  })
  .meta({ id: 'BulletinEdit' });
export type BulletinEdit = z.infer<typeof bulletinEdit>;

export const bulletinEditExample: BulletinEdit = {
  code: '某应急',
  sentences: { 'overall.year': '从全年看，应报12项，已完成4项，占33.3%，总体与时序进度相当。' },
};
