import * as z from 'zod';
import { listHead } from '../columns/listHead.ts';

/** Where in the request something is wrong. */
export const problemPlace = z
  .strictObject({
    /** JSON Pointer into the body, or `?name` for a parameter. */
    pointer: z.string(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'ProblemPlace' });
export type ProblemPlace = z.infer<typeof problemPlace>;

/** `application/problem+json` (RFC 9457), as every error is answered. */
export const problemBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable name of the problem. */
    code: z.string(),
    /** The sentence in Chinese. */
    detail: z.string(),
    messages: z.strictObject({ zh: z.string(), en: z.string() }),
    where: z.array(problemPlace).optional(),
    /** Of a document that is no list: the header that was found, so that its columns can be named. */
    head: listHead.optional(),
    /** How many things the request has to say that it knows of, where it may be sent again so. */
    known: z.int().optional(),
    /** The request's name, as in the header `x-request-id` and in the log. */
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.infer<typeof problemBody>;

export const problemBodyExample: ProblemBody = {
  type: 'urn:taizhang:problem:list-not-found',
  title: 'list not found',
  status: 404,
  code: 'list-not-found',
  detail: '没有 2031 年的任务清单。',
  messages: { zh: '没有 2031 年的任务清单。', en: 'There is no task list of 2031.' },
  requestId: '01hv-example',
};
