import * as z from 'zod';
import type { WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import { formOf } from '../ledgers/answering.ts';
import type { Client } from './client.ts';

/** The API's own description, as tests read it: every route with what it takes and answers. */

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required: boolean;
  schema: JsonSchema & { example?: unknown };
}

type Content = Record<string, { schema: JsonSchema; example?: unknown }>;

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  security: Record<string, string[]>[];
  takes: Content;
  answers: Record<string, { content?: Content }>;
}

export interface Description {
  operations: Operation[];
  schemas: Record<string, JsonSchema>;
}

export async function readDescription(client: Client): Promise<Description> {
  const { body } = await client.get('/openapi.json');
  const operations = Object.entries<Record<string, any>>(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]): Operation => ({
      id: route.operationId,
      method: method.toUpperCase(),
      path,
      parameters: route.parameters ?? [],
      security: route.security,
      takes: route.requestBody?.content ?? {},
      answers: route.responses,
    })),
  );
  return { operations, schemas: body.components.schemas };
}

/** A schema of the description, to check values with. */
function checker(schema: JsonSchema, schemas: Description['schemas']): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(whole));
}

/** Holds answers against what is described of them. */
export class Contract {
  private readonly checkers = new Map<string, z.ZodType>();
  readonly description: Description;

  constructor(description: Description) {
    this.description = description;
  }

  /** What is wrong with an answer to an operation; `null`: it is as described. */
  async faultOf(operation: Operation, answer: Response): Promise<string | null> {
    const described = operation.answers[answer.status];
    if (!described) return `${answer.status} is not described`;
    const text = new TextDecoder().decode(await answer.arrayBuffer());
    const type = (answer.headers.get('content-type') ?? '').split(';')[0]!;
    if (!described.content) return text === '' ? null : `${answer.status} has a body`;
    const content = described.content[type];
    if (!content) return `${answer.status} as “${type}” is not described`;
    if (!type.includes('json')) return null;
    const name = `${operation.id} ${answer.status} ${type}`;
    const check = this.checkers.get(name) ?? checker(content.schema, this.description.schemas);
    this.checkers.set(name, check);
    const { error } = check.safeParse(JSON.parse(text));
    return error
      ? `${answer.status}: ${JSON.stringify(error.issues).slice(0, 600)}\n${text.slice(0, 400)}`
      : null;
  }
}

/** The examples of bodies that an operation takes, as they are sent. */
export async function examplesOf({ takes }: Operation): Promise<{ type: string; body: unknown }[]> {
  const made: { type: string; body: unknown }[] = [];
  for (const [type, { example }] of Object.entries(takes)) {
    if (example === undefined) continue;
    if (type !== 'multipart/form-data') {
      made.push({ type, body: example });
      continue;
    }
    const { file, answers } = example as { file: string; answers: WorkbookAnswers };
    made.push(await formOf({ bytes: new TextEncoder().encode(file), name: '台账.csv' }, answers));
  }
  return made;
}

/** Where an operation is asked for, with its parameters; what a path lacks is taken from the examples. */
export function addressOf({ path, parameters }: Operation, query: Record<string, string> = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const { example } = parameters.find((each) => each.in === 'path' && each.name === name)?.schema ?? {};
    return encodeURIComponent(String(example));
  });
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? filled : `${filled}?${asked}`;
}
