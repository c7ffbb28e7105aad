import { registerHooks } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore from '@stoplight/spectral-core';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { projectFolder, runTool } from '../../worker/local/tool.ts';
import { copyOfTemplate, serveCopy } from '../support/template.ts';
import { program } from '../support/client/program.ts';

let data: string;
let server: LocalServer;
let text: string;
beforeAll(async () => {
  data = await copyOfTemplate('reported');
  server = await serveCopy(data);
  text = await (await fetch(`${server.url}/openapi.json`)).text();
}, 480_000);
afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

async function redocly(description: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: description, absoluteRef: 'openapi.json', config });
  return found.map(({ severity, ruleId, message, location: [place] }) =>
    [severity, ruleId, place?.pointer, message].join(' '),
  );
}

async function spectral(description: string): Promise<string[]> {
  const judge = new spectralCore.Spectral();
  judge.setRuleset({ extends: [[spectralRulesets.oas as never, 'recommended']] });
  const found = await judge.run(JSON.parse(description) as Record<string, unknown>);
  return found.map(({ severity, code, path, message }) =>
    [severity, code, path.join('/'), message].join(' '),
  );
}

interface Described {
  paths: Record<string, { get: { operationId?: string; tags: string[] } }>;
  tags: { name: string }[];
  components: Record<string, Record<string, unknown>>;
}

/** The description of one route, with what it refers to; its operation has lost its name. The linters take long for all routes. */
function nameless(description: string): string {
  const { paths, tags, components, ...whole } = JSON.parse(description) as Described;
  const { operationId: _, ...get } = paths['/v1/me']!.get;
  const kept: Described['components'] = { securitySchemes: components['securitySchemes']! };
  const toRead: unknown[] = [get];
  for (const each of toRead)
    for (const [, kind = '', name = ''] of JSON.stringify(each).matchAll(
      /"#\/components\/(\w+)\/([^"]+)"/gu,
    )) {
      if (kept[kind]?.[name] !== undefined) continue;
      toRead.push(((kept[kind] ??= {})[name] = components[kind]![name]));
    }
  const named = tags.filter(({ name }) => get.tags.includes(name));
  return JSON.stringify({ ...whole, tags: named, paths: { '/v1/me': { get } }, components: kept });
}

describe('A7.1: the description has no fault', () => {
  test('Redocly’s recommended rules find none, and would', async () => {
    expect(await redocly(text)).toEqual([]);
    expect(await redocly(nameless(text))).toHaveLength(1);
  });

  test('Spectral’s rules for OpenAPI find none, and would', async () => {
    expect(await spectral(text)).toEqual([]);
    expect(await spectral(nameless(text))).toHaveLength(1);
  });
});

describe('A7.2: a client made from the description', () => {
  // Within the project, so that it finds the libraries.
  const parent = join(projectFolder, '.dev');
  let folder: string;
  beforeAll(async () => {
    mkdirSync(parent, { recursive: true });
    folder = mkdtempSync(join(parent, 'client-'));
    writeFileSync(join(folder, 'api.d.ts'), await typesOf(text));
    writeFileSync(join(folder, 'program.ts'), program);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const compile = (file: string) =>
    runTool('tsc', [
      ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
      ...['--noPropertyAccessFromIndexSignature', '--verbatimModuleSyntax', '--isolatedModules'],
      ...[
        '--target',
        'es2024',
        '--module',
        'nodenext',
        '--types',
        'node',
        '--lib',
        'es2024,dom,dom.iterable',
      ],
      ...['--skipLibCheck', '--ignoreConfig', join(folder, file)],
    ]);

  test(
    'compiles under the strictest settings; what is not described does not',
    { timeout: 480_000 },
    async () => {
      expect(await compile('program.ts')).toEqual({ ok: true, output: '' });
    },
  );

  test('reads the running product', async () => {
    const said = await run(join(folder, 'program.ts'), [server.url, server.keys.officer]);
    expect(JSON.parse(said)).toEqual({
      role: 'officer',
      first: 'xuejia',
      groups: 12,
      refused: 'unit-not-found',
      csv: true,
    });
  });
});

/** Types for the description's clients. The generator reads TypeScript's JavaScript API, which ends with TypeScript 6. */
async function typesOf(description: string): Promise<string> {
  registerHooks({
    resolve(specifier, context, next) {
      const isAsked =
        specifier === 'typescript' && (context.parentURL ?? '').includes('/openapi-typescript/');
      return next(isAsked ? 'typescript-6' : specifier, context);
    },
  });
  const { default: generate, astToString } = await import('openapi-typescript');
  return astToString(await generate(description));
}

function run(file: string, args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (wrong += part));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done(said) : fail(new Error(wrong))));
  });
}
