import type * as z from 'zod';
import { fitting } from '../../shared/schema/bounded.ts';
import { reportInto } from '../../shared/import/diagnostics/catalogue.ts';
import type { ProseLevels } from '../../shared/import/prose/levels.ts';
import { keptLevels, type KeptLevels } from '../../shared/import/prose/proseReading.ts';
import { parseTaskList, type ParseOptions } from '../../shared/import/parseTaskList.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { diagnostic, type Diagnostic } from '../../shared/taskList/diagnostic.ts';
import { rosterOfList, withDecisions } from '../../shared/taskList/decisions.ts';
import type { ReadingDecisions } from '../../shared/taskList/leftOpen.ts';
import type { ListDecisions, ListSettings } from '../../shared/taskList/listSettings.ts';
import { taskList, type ScheduleSource, type TaskList } from '../../shared/taskList/taskList.ts';
import type { ListReading } from '../../shared/wire/listReading.ts';
import {
  gridBody,
  gridToPublish,
  listToPublish,
  type PublishChoices,
} from '../../shared/wire/publishBody.ts';
import { parseJson } from '../http/jsonBounds.ts';
import { invalidAt, invalidRequest } from '../problems/invalidRequest.ts';
import { checkLevels } from './levelQuery.ts';
import { readDocumentGrid } from '../documents/readDocument.ts';
import { checkColumns } from './columns.ts';

/** A list as it was read, with what was told place by place. */
export type Reading = Pick<ListReading, 'taskList' | 'diagnostics' | 'prose' | 'head'>;

const readJson = async (request: Request): Promise<unknown> => parseJson(await request.text());

const typeOf = (request: Request): string => request.headers.get('content-type') ?? '';
const isJson = (request: Request): boolean => /^\s*application\/json/iu.test(typeOf(request));

/** Reads a document that is no JSON; what its reader has to say comes before what its grid says. */
async function readFile(request: Request, options: ParseOptions): Promise<Reading> {
  const diagnostics: Diagnostic[] = [];
  const bytes = new Uint8Array(await request.arrayBuffer());
  const grid = await readDocumentGrid(bytes, typeOf(request), reportInto(diagnostics), options);
  const reading = parseTaskList(grid, options);
  checkColumns(options.columns, reading.head);
  return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

/** Reads a grid that came as JSON. */
function readGridBody(grid: string[][], options: ParseOptions): Reading {
  const reading = parseTaskList(grid, options);
  checkColumns(options.columns, reading.head);
  return reading;
}

function checked<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw invalidRequest(result.error.issues, 'json');
  return result.data;
}

/** Reads a published document: text, a file or a pasted table, by its content type, or a grid as JSON (I1). */
export async function readDocument(request: Request, options: ParseOptions): Promise<Reading> {
  if (!isJson(request)) return readFile(request, options);
  const { grid, levels, columns = options.columns } = checked(gridBody, await readJson(request));
  return readGridBody(grid, {
    ...options,
    ...withLevels(checkLevels(levels, '#/levels')),
    ...(columns && { columns }),
  });
}

const withLevels = (levels: ProseLevels | undefined): ParseOptions =>
  levels === undefined ? {} : { levels };

/** What is said of a document: with the request, and of earlier lists. */
export type SaidOfDocument = Pick<ParseOptions, 'levels' | 'columns' | 'keptColumns' | 'keptLevels'>;

/** A reading to be compared or published, with what a person has decided of it. */
export interface ListToPublish extends Omit<Reading, 'prose'> {
  prose?: KeptLevels | undefined;
  matches: ReadonlyMap<string, string | null>;
  version: number | null;
  decisions: ListDecisions;
  readings: ReadingDecisions;
}

/** Which of the bodies of a publishing it is, told by what it has, so that the errors named are its own. */
function publishSchema(body: unknown): 'grid' | 'parsed' | 'list' {
  if (typeof body !== 'object' || body === null) return 'list';
  return 'grid' in body ? 'grid' : 'taskList' in body ? 'parsed' : 'list';
}

/** Checks that every source still is the stretch of text that it says (I8). */
function checkSources(list: TaskList): TaskList {
  for (const [t, task] of list.tasks.entries()) {
    const codes = new Set(list.categories.map((category) => category.number));
    const pointer = `#/tasks/${t}`;
    const fail = (where: string, zh: string, en: string): never => {
      throw invalidAt([{ pointer: where, zh, en }]);
    };
    if (!codes.has(task.category)) fail(`${pointer}/category`, '没有这个类别', 'There is no such category');
    if (task.code !== `${task.category}-${task.sequence}`) {
      fail(`${pointer}/code`, '编码应为“类别-序号”', 'The code must be category-sequence');
    }
    for (const [a, arrangement] of task.arrangements.entries()) {
      const at = `${pointer}/arrangements/${a}`;
      if (arrangement.position !== a + 1) {
        fail(`${at}/position`, '位置应从 1 起依次编号', 'Positions must count up from 1');
      }
      const sources: (ScheduleSource | null)[] = [
        ...arrangement.schedules,
        ...arrangement.indicators,
        ...(arrangement.leftOpen?.deadline?.sentence ?? []),
        ...(arrangement.leftOpen?.deadline?.column ?? []),
        ...(arrangement.leftOpen?.quantities ?? []),
      ].map(({ source }) => source);
      for (const source of sources) {
        const within = source?.entry ?? arrangement.textAsPrinted;
        if (source && within.slice(source.start, source.end) !== source.text) {
          fail(`${at}/textAsPrinted`, '出处与原文不符', 'A source is not the stretch of text that it names');
        }
      }
      if (new Set(arrangement.indicators.map(({ id }) => id)).size !== arrangement.indicators.length) {
        fail(`${at}/indicators`, '指标编号重复', 'Indicator ids repeat');
      }
    }
  }
  const all = list.tasks.flatMap((task) => [task.code, ...task.arrangements.map(({ code }) => code)]);
  if (new Set(all).size !== all.length) {
    throw invalidAt([{ pointer: '#/tasks', zh: '编码重复', en: 'Codes repeat' }]);
  }
  return list;
}

/** What a body repeats of an earlier answer, where it is a diagnostic. */
function asDiagnostic(told: unknown): Diagnostic[] {
  const found = fitting(diagnostic, told);
  return found === undefined ? [] : [found];
}

const undecided = { matches: new Map<string, string | null>(), version: null, decisions: {}, readings: {} };

function decided({ matches, version, decisions, readings }: PublishChoices) {
  return {
    matches: new Map(Object.entries(matches ?? {})),
    version: version ?? null,
    decisions: decisions ?? {},
    readings: readings ?? {},
  };
}

/** Reads what is to be compared or published: a document, or a task list that was read before. */
export async function readForPublish(
  request: Request,
  { roster, settings }: { roster: Roster; settings: ListSettings },
  { year, ...options }: { year: number } & SaidOfDocument,
): Promise<ListToPublish> {
  if (!isJson(request)) {
    const known = rosterOfList(roster, settings);
    return { ...(await readFile(request, { roster: known, ...options })), ...undecided };
  }
  const body = await readJson(request);
  switch (publishSchema(body)) {
    case 'grid': {
      const { grid, levels, columns = options.columns, ...rest } = checked(gridToPublish, body);
      const known = rosterOfList(roster, withDecisions(settings, rest.decisions ?? {}));
      const how = {
        ...options,
        ...withLevels(checkLevels(levels, '#/levels')),
        ...(columns && { columns }),
      };
      return { ...readGridBody(grid, { ...how, roster: known, year }), ...decided(rest) };
    }
    case 'parsed': {
      const { taskList: list, diagnostics: told = [], head = null, ...rest } = checked(listToPublish, body);
      const diagnostics = told.flatMap(asDiagnostic);
      const prose = fitting(keptLevels, rest.prose);
      return { taskList: checkSources(list), diagnostics, head, prose, ...decided(rest) };
    }
    case 'list':
      return { taskList: checkSources(checked(taskList, body)), diagnostics: [], head: null, ...undecided };
  }
}
