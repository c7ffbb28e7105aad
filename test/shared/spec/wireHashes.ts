import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import * as row from '../../../shared/row/row.ts';
import * as roster from '../../../shared/roster/roster.ts';
import * as context from '../../../shared/rules/context.ts';
import * as finding from '../../../shared/rules/finding.ts';
import * as diagnostic from '../../../shared/taskList/diagnostic.ts';
import * as listSettings from '../../../shared/taskList/listSettings.ts';
import * as openDecisions from '../../../shared/taskList/openDecisions.ts';
import * as taskList from '../../../shared/taskList/taskList.ts';

/** JSON with the keys of every object, and the names of required fields, in order: only the meaning tells. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = (key: string, each: unknown): unknown =>
    key === 'required' && Array.isArray(each) ? each.toSorted() : each;
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(sorted(key, each))}`).join(',')}}`;
}

/**
 * The schemas that modules export, by their names: a file that moves changes nothing on the wire.
 * @throws Error where two modules export different schemas under one name.
 */
export function schemasOf(modules: readonly object[]): [name: string, schema: z.ZodType][] {
  const schemas = new Map<string, z.ZodType>();
  for (const [name, each] of modules.flatMap((module) => Object.entries(module))) {
    if (!(each instanceof z.ZodType)) continue;
    if ((schemas.get(name) ?? each) !== each) throw new Error(`Two schemas are called ${name}.`);
    schemas.set(name, each);
  }
  return [...schemas].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Names of schemas, which the description tells, are nothing on the wire. */
const metadata = z.registry<never>();

/** A schema's shape as it is written and as it is read: a default shows in one of them only. */
export function hashOf(schema: z.ZodType): string {
  const shapes = (['input', 'output'] as const).map((io) => z.toJSONSchema(schema, { io, metadata }));
  return createHash('sha256').update(canonical(shapes)).digest('hex').slice(0, 16);
}

const folder = resolve(import.meta.dirname, '../../../shared/wire');

/** The files of `shared/wire`: each holds one message, those in `parts` what several messages have in common. */
export const wireFiles = globSync('**/*.ts', { cwd: folder }).sort();

export const wireModule = async (file: string): Promise<object> =>
  (await import(`${folder}/${file}`)) as object;

/** What goes over the wire: every file of `shared/wire`, and the files beside it whose schemas do. */
export async function wireModules(): Promise<object[]> {
  const beside = [row, roster, context, finding, diagnostic, listSettings, openDecisions, taskList];
  return [...(await Promise.all(wireFiles.map(wireModule))), ...beside];
}

/** One hash of all schemas. */
export function wireHash(schemas: readonly (readonly [string, z.ZodType])[]): string {
  const lines = schemas.map(([name, schema]) => `${name} ${hashOf(schema)}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
