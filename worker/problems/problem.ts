import * as z from 'zod';
import { catalogue, type ProblemCode } from './catalogue.ts';

/** Where in the request something is wrong. */
export const place = z.strictObject({
  /** JSON Pointer into the body, or `?name` for a parameter. */
  pointer: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type Place = z.infer<typeof place>;

/** RFC 9457 problem details, as every error is answered. */
export const problemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable name of the problem. */
  code: z.string(),
  /** The sentence in Chinese. */
  detail: z.string(),
  messages: z.strictObject({ zh: z.string(), en: z.string() }),
  where: z.array(place).optional(),
  /** The request's name, as in the header `x-request-id` and in the log. */
  requestId: z.string(),
});
export type ProblemBody = z.infer<typeof problemBody> & { code: ProblemCode };

/** Thrown anywhere in the Worker; the error door answers it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string | number>;
  readonly where: Place[];

  constructor(
    code: ProblemCode,
    params: Record<string, string | number> = {},
    where: Place[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.code = code;
    this.params = params;
    this.where = where;
  }
}

const fill = (sentence: string, params: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));

export function bodyOf({ code, params, where }: Problem, requestId: string): ProblemBody {
  const { status, zh, en } = catalogue[code];
  const all = { ...params, requestId };
  const messages = { zh: fill(zh, all), en: fill(en, all) };
  return {
    type: `urn:taizhang:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    detail: messages.zh,
    messages,
    ...(where.length > 0 ? { where } : {}),
    requestId,
  };
}
