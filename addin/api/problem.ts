import type { ListHead } from '../../shared/columns/listHead.ts';

/** Problems that arise on this side and have their sentences where they are shown. */
export type LocalCode =
  | 'offline'
  | 'bad-answer'
  | 'http-error'
  | 'other-unit'
  | 'no-unit'
  | 'workbook-busy'
  | 'workbook-moving'
  | 'workbook-silent'
  | 'workbook-protected'
  | 'workbook-filtered'
  | 'workbook-refused'
  | 'internal';

/** Anything that keeps a request from being answered. `status` 0: it never reached the server. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** The server's own sentences; `null` for local problems. */
  readonly messages: { zh: string; en: string } | null;
  /** The places of the request that the server names, with a sentence for each. */
  readonly where: readonly { zh: string; en: string }[];
  /** Of a document that is no list: the header that was found. */
  readonly head: ListHead | null;
  /** How many things the request has to say that it knows of, to be sent again so. */
  readonly known: number | null;

  constructor(
    status: number,
    code: string,
    messages: { zh: string; en: string } | null,
    detail?: string,
    where: ApiProblem['where'] = [],
    head: ListHead | null = null,
    known: number | null = null,
  ) {
    super(detail ?? messages?.en ?? code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.messages = messages;
    this.where = where;
    this.head = head;
    this.known = known;
  }

  get offline(): boolean {
    return this.code === ('offline' satisfies LocalCode);
  }

  /** Whether the server cannot tell what changed since the cursor: a whole sheet tells. */
  get cursorLost(): boolean {
    return this.code === 'cursor-invalid';
  }

  /** Whether the very same request may succeed later: no answer, too many requests, or a fault of the server. */
  get retryable(): boolean {
    return (
      this.status === 0 ||
      this.status === 401 ||
      this.status === 403 ||
      this.status === 429 ||
      this.status >= 500
    );
  }
}

export function localProblem(code: LocalCode, detail?: string): ApiProblem {
  return new ApiProblem(0, code, null, detail);
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  return localProblem('internal', thrown instanceof Error ? thrown.message : String(thrown));
}
