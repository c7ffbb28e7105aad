import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { build } from '../../../worker/local/build.ts';
import { databaseFile, openDatabase } from '../../../worker/local/database.ts';
import type { LocalServer } from '../../../worker/local/serve.ts';
import { serveCopy, type Template, templateFolder } from '../template.ts';
import { closePages, sharedChromium } from './chromium.ts';

/** What a file of tests stands on: a Chromium, and a local server whose data nobody else changes. */
export interface Stand {
  server: LocalServer;
  browser: Browser;
  close(): Promise<void>;
}

interface Kept {
  server: LocalServer;
  folder: string;
  inUse: boolean;
}

/** A process runs one file after another: the next one's stand is this server, with its data as at the beginning. */
let kept: Kept | undefined;

/** The demo's day with roster and list; `reported`: with the sample reports, too; `bare`: with neither roster nor list. */
export async function openStand({ reported = false, bare = false } = {}): Promise<Stand> {
  const browser = await sharedChromium();
  const template = reported ? 'reported' : 'empty';
  if (bare || kept?.inUse) return ofItsOwn(browser, bare ? null : template);
  if (kept) kept.server = await beginAnew(kept, template);
  else {
    const folder = await dataOf(template);
    kept = { folder, server: await serveCopy(folder), inUse: false };
  }
  const { server } = kept;
  const taken = kept;
  taken.inUse = true;
  return {
    server,
    browser,
    async close() {
      await closePages(browser, server.url);
      taken.inUse = false;
    },
  };
}

/** A stand beside the kept one. */
async function ofItsOwn(browser: Browser, template: Template | null): Promise<Stand> {
  const folder = await dataOf(template);
  const server = await serveCopy(folder, { bare: template === null });
  return {
    server,
    browser,
    async close() {
      await closePages(browser, server.url);
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder with a template's data, or for none. */
async function dataOf(template: Template | null): Promise<string> {
  const folder = mkdtempSync(join(inject('standsFolder'), 'stand-'));
  if (template) cpSync(await templateFolder(template), folder, { recursive: true });
  else await build();
  return folder;
}

/** Lays a template's database, with its keys, over what a running server has. */
async function beginAnew({ server, folder }: Kept, template: Template): Promise<LocalServer> {
  const source = await templateFolder(template);
  const from = openDatabase(databaseFile(source)!);
  try {
    await backup(from, databaseFile(folder)!, { rate: wholeDatabase });
  } finally {
    from.close();
  }
  cpSync(join(source, 'keys.json'), server.keysFile);
  return { ...server, keys: JSON.parse(readFileSync(server.keysFile, 'utf8')) as LocalServer['keys'] };
}

/** In pages, at one go: nothing is read in between. */
const wholeDatabase = 1_000_000;
