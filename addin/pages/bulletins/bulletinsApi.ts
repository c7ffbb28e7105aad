import { type Bulletin, bulletin } from '../../../shared/wire/bulletin.ts';
import type { BulletinEdit } from '../../../shared/wire/bulletinEdit.ts';
import type { BulletinIssue } from '../../../shared/wire/bulletinIssue.ts';
import { bulletins } from '../../../shared/wire/bulletins.ts';
import type { BulletinEntry } from '../../../shared/wire/parts/bulletinEntry.ts';
import type { NewBulletin } from '../../../shared/wire/newBulletin.ts';
import { fileApi } from '../shared/tables/fileApi.ts';
import { askFileWith, askWith } from '../../api/ask.ts';

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
    /** The list of bulletins as a file. */
    tableFile: fileApi(key),
    /** All of a year's, the newest first. */
    list: async (year: number) => {
      const all: BulletinEntry[] = [];
      for (let cursor = ''; ;) {
        const page = await ask(bulletins, `/bulletins?year=${year}&limit=1000${cursor}`);
        all.push(...page.bulletins);
        if (page.next === null) return all;
        cursor = `&cursor=${page.next}`;
      }
    },
    read: (id: string) => ask(bulletin, pathOf(id)),
    draft: (what: NewBulletin) => ask(bulletin, '/bulletins', sent('POST', what)),
    change: (id: string, version: number, what: Partial<BulletinEdit>) =>
      ask(bulletin, pathOf(id), sent('PUT', { sentences: {}, ...what } satisfies BulletinEdit, version)),
    issue: ({ bulletin: { id, version }, content: { change, asOf } }: Bulletin) =>
      ask(bulletin, `${pathOf(id)}/issue`, sent('POST', { change, asOf } satisfies BulletinIssue, version)),
    remove: async (id: string) => void (await file(pathOf(id), sent('DELETE'))),
    file: (id: string, form: BulletinForm) => file(`${pathOf(id)}?format=${form}`),
  };
}
export type BulletinsApi = ReturnType<typeof bulletinsApi>;
