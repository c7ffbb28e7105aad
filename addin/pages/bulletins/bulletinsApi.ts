import * as z from 'zod';
import {
  bulletinContent,
  bulletinNumber,
  bulletinPreset,
  type BulletinPreset,
} from '../../../shared/bulletin/content.ts';
import { askFileWith, askWith } from '../../api/ask.ts';

const bulletinEntry = z.object({
  id: z.string(),
  state: z.enum(['draft', 'issued']),
  number: bulletinNumber.nullable(),
  title: z.string(),
  preset: bulletinPreset,
  period: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  change: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  issuedAt: z.string().nullable(),
  issuedBy: z.string().nullable(),
  corrects: bulletinNumber.nullable(),
  version: z.int(),
});
const bulletinsAnswer = z.object({ bulletins: z.array(bulletinEntry) });
const bulletinAnswer = z.object({
  bulletin: bulletinEntry,
  content: bulletinContent,
  stale: z.array(z.string()).default([]),
});
export type BulletinEntry = z.infer<typeof bulletinEntry>;
export type BulletinAnswer = z.infer<typeof bulletinAnswer>;
export interface NewBulletin {
  year: number;
  preset: BulletinPreset;
  period?: string;
  from?: string;
  to?: string;
  corrects?: string;
}
export interface BulletinChange {
  title?: string;
  office?: string;
  code?: string;
  salutation?: string;
  signature?: string;
  sentences?: Record<string, string | null>;
}

/** The forms that a bulletin leaves the system in. */
export type BulletinForm = 'docx' | 'markdown' | 'text';

const pathOf = (id: string): string => `/bulletins/${encodeURIComponent(id)}`;
const sent = (method: string, body?: object, version?: number): RequestInit => ({
  method,
  headers: {
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  },
  ...(body ? { body: JSON.stringify(body) } : {}),
});

/** What the page asks of the API. Every call answers or throws an `ApiProblem`. */
export function bulletinsApi(key: string) {
  const ask = askWith(key);
  const file = askFileWith(key);
  return {
    list: async (year: number) => (await ask(bulletinsAnswer, `/bulletins?year=${year}`)).bulletins,
    read: (id: string) => ask(bulletinAnswer, pathOf(id)),
    draft: (what: NewBulletin) => ask(bulletinAnswer, '/bulletins', sent('POST', what)),
    change: (id: string, version: number, what: BulletinChange) =>
      ask(bulletinAnswer, pathOf(id), sent('PUT', what, version)),
    issue: (id: string, version: number, change: number) =>
      ask(bulletinAnswer, `${pathOf(id)}/issue`, sent('POST', { change }, version)),
    remove: async (id: string) => void (await file(pathOf(id), sent('DELETE'))),
    file: (id: string, form: BulletinForm) => file(`${pathOf(id)}?format=${form}`),
  };
}
export type BulletinsApi = ReturnType<typeof bulletinsApi>;
