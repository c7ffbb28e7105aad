import type { ProblemPlace } from '../../shared/wire/problem.ts';
import type { ActRequest } from '../../shared/wire/act.ts';
import { invalidAt } from '../problems/invalidRequest.ts';

/** What says nothing: marks, or characters that nobody sees. */
const says = (text: string | undefined): boolean => text === undefined || /[\p{L}\p{N}]/u.test(text);

/**
 * An act whose reason and document can be read (B4.2).
 * @throws Problem `invalid-request` naming the places.
 */
export function checkAct(request: ActRequest): ActRequest {
  const empty = (['reason', 'document'] as const).filter((name) => !says(request[name]));
  if (empty.length === 0) return request;
  throw invalidAt(
    empty.map((name): ProblemPlace => ({
      pointer: `#/${name}`,
      zh: '没有可读的文字，请写明',
      en: 'There is nothing to read in it; write it out',
    })),
  );
}
