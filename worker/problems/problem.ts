import type { ListHead } from '../../shared/columns/listHead.ts';
import type { ProblemBody, ProblemPlace } from '../../shared/wire/problem.ts';
import { catalogue, type ProblemCode } from './catalogue.ts';

/** Thrown anywhere in the Worker; the error door answers it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string | number>;
  readonly where: ProblemPlace[];
  /** The header of a document that is no list. */
  readonly head: ListHead | null;
  /** What the request has to say that it knows of, where it may be sent again so. */
  readonly known: number | null;

  constructor(
    code: ProblemCode,
    params: Record<string, string | number> = {},
    where: ProblemPlace[] = [],
    options?: ErrorOptions & { head?: ListHead | null; known?: number },
  ) {
    super(code, options);
    this.code = code;
    this.params = params;
    this.where = where;
    this.head = options?.head ?? null;
    this.known = options?.known ?? null;
  }
}

const fill = (sentence: string, params: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));

export function bodyOf(
  { code, params, where, head, known }: Problem,
  requestId: string,
): ProblemBody & { code: ProblemCode } {
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
    ...(head ? { head } : {}),
    ...(known === null ? {} : { known }),
    requestId,
  };
}
