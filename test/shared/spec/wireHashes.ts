import { createHash } from 'node:crypto';
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

/** The schemas that modules export, by `file.name`. */
export function schemasOf(modules: Readonly<Record<string, object>>): [name: string, schema: z.ZodType][] {
  return Object.entries(modules)
    .flatMap(([file, module]) =>
      Object.entries(module).flatMap(([name, each]): [string, z.ZodType][] =>
        each instanceof z.ZodType ? [[`${file}.${name}`, each]] : [],
      ),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A schema's shape as it is written and as it is read: a default shows in one of them only. */
export function hashOf(schema: z.ZodType): string {
  const shapes = (['input', 'output'] as const).map((io) => z.toJSONSchema(schema, { io }));
  return createHash('sha256').update(canonical(shapes)).digest('hex').slice(0, 16);
}

/** Every file of `shared/wire`, and the files beside it whose schemas go over the wire. */
export async function wireModules(files: readonly string[]): Promise<Record<string, object>> {
  const wire = await Promise.all(
    files.map(async (file): Promise<[string, object]> => [
      `wire/${file.replace(/\.ts$/u, '')}`,
      (await import(`../../../shared/wire/${file.replace(/\.ts$/u, '')}.ts`)) as object,
    ]),
  );
  return {
    ...Object.fromEntries(wire),
    ...{ row, roster, context, finding, diagnostic, listSettings, openDecisions, taskList },
  };
}

/** One hash of all schemas. */
export function wireHash(schemas: readonly (readonly [string, z.ZodType])[]): string {
  const lines = schemas.map(([name, schema]) => `${name} ${hashOf(schema)}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
