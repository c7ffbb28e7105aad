import type * as z from 'zod';
import type { ProseLevels } from '../../../shared/import/prose/levels.ts';
import type { SaidColumns } from '../../../shared/columns/listHead.ts';
import { roster, type Roster } from '../../../shared/roster/roster.ts';
import type { ListSettings } from '../../../shared/taskList/listSettings.ts';
import { taskList } from '../../../shared/taskList/taskList.ts';
import { comparison } from '../../../shared/wire/comparison.ts';
import { listReading } from '../../../shared/wire/listReading.ts';
import { published } from '../../../shared/wire/published.ts';
import { publishings, type Publishing } from '../../../shared/wire/publishings.ts';
import { settingsAnswer } from '../../../shared/wire/settings.ts';
import { askFileWith, askVersionedWith, askWith } from '../../api/ask.ts';
import { fileApi } from '../shared/tables/fileApi.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { ListDocument } from './model/documents.ts';

/** A reading that is answered holds a list: where none could be read, there is a problem. */
const reading = listReading.extend({ taskList });
export type Reading = z.infer<typeof reading>;

const publishedVersion = published.pick({ year: true, changed: true, version: true }).strip();
export type Published = z.infer<typeof publishedVersion>;

const settingsShape = settingsAnswer.pick({ settings: true, version: true, holidaysUnknown: true }).strip();
/** Settings, and the version of them that was looked at. */
export type VersionedSettings = z.infer<typeof settingsShape>;

/** The roster, and the version of it that was looked at. */
export interface VersionedRoster {
  roster: Roster;
  version: number;
}

const json = (method: string, body: string, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

/** What stands for the answer where no list of that year is published yet. */
const whereNone =
  <T>(instead: T) =>
  (problem: unknown): T => {
    if (problem instanceof ApiProblem && problem.code === 'list-not-found') return instead;
    throw problem;
  };

export type TemplateFormat = 'xlsx' | 'docx';

/** The year that a document is read for, and what the levels of one without a table are. */
function readQuery(year: number | null, levels: ProseLevels, columns: SaidColumns): string {
  const asked = [
    ...(year === null ? [] : [['year', String(year)] as const]),
    ...Object.entries(levels).flatMap(([role, level]) =>
      level === undefined ? [] : [[`${role}Level`, level] as const],
    ),
    ...(columns.length === 0 ? [] : [['columns', columns.map((role) => role ?? '').join(',')] as const]),
  ];
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked.map(([name, value]) => [name, value]))}`;
}

/** What a request says that it knows of; numbers that are zero are not said. */
function knownQuery(known: { unread?: number; overdue?: number | null }): string {
  const said = Object.entries(known).flatMap(([name, count]) => (count ? [`${name}=${count}`] : []));
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

/** What the page asks of the API. Every call answers or throws an `ApiProblem`. */
export function listsApi(key: string) {
  const ask = askWith(key);
  const askVersioned = askVersionedWith(key);
  return {
    file: fileApi(key),
    /**
     * Reads a document; nothing is stored. A year is asked for where the title may not name one; `said` is what the person says of the
     * levels of its numbering, or of its columns in the order of the header.
     */
    read: (
      { body, contentType }: ListDocument,
      year: number | null,
      { levels = {}, columns = [] }: { levels?: ProseLevels; columns?: SaidColumns } = {},
    ) =>
      ask(reading, `/task-lists/parse${readQuery(year, levels, columns)}`, {
        method: 'POST',
        body,
        headers: { 'content-type': contentType },
      }),
    /** The template as a file. */
    template: (format: TemplateFormat): Promise<Blob> =>
      askFileWith(key)(`/task-lists/template?format=${format}`).then(({ content }) => content),
    stored: (year: number) => ask(taskList, `/task-lists/${year}`),
    compare: (year: number, body: string) =>
      ask(comparison, `/task-lists/${year}/compare`, json('POST', body)),
    /** How many places that could not be read are known of, and how many obligations that it makes overdue at once. */
    publish: (year: number, body: string, known: { unread?: number; overdue?: number | null } = {}) =>
      ask(publishedVersion, `/task-lists/${year}${knownQuery(known)}`, json('PUT', body)),
    /** `null` where no list of that year is published yet. */
    settings: (year: number): Promise<VersionedSettings | null> =>
      ask(settingsShape, `/task-lists/${year}/settings`).catch(whereNone(null)),
    /**
     * `version`: of the settings that were looked at; refused where somebody has changed them since. `overdue`: how many obligations
     * are known to be overdue at once by it.
     */
    changeSettings: (year: number, settings: ListSettings, version: number, overdue: number | null = null) =>
      ask(
        settingsShape,
        `/task-lists/${year}/settings${knownQuery({ overdue })}`,
        json('PUT', JSON.stringify(settings), { 'if-match': `"${version}"` }),
      ),
    roster: async (): Promise<VersionedRoster> => {
      const { value, version } = await askVersioned(roster, '/roster');
      return { roster: value, version };
    },
    /** `version`: of the roster that was looked at; refused where somebody has changed it since. */
    changeRoster: (next: Roster, version: number) =>
      ask(roster, '/roster', json('PUT', JSON.stringify(next), { 'if-match': `"${version}"` })),
    /** The newest first; none where no list of that year is published yet. */
    publishings: (year: number): Promise<Publishing[]> =>
      ask(publishings, `/task-lists/${year}/publishings`).then((answer) => answer.publishings, whereNone([])),
    undo: (year: number, version: number) =>
      ask(
        publishedVersion,
        `/task-lists/${year}/publishings/undo`,
        json('POST', JSON.stringify({ version })),
      ),
  };
}

export type ListsApi = ReturnType<typeof listsApi>;
