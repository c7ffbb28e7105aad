import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who may import whom. Paths are relative to the project's folder, with forward slashes. */

/** The pure libraries that shared code may use. */
const pureLibraries = ['zod', 'opencc-js', 'temporal-polyfill'];

/** What of the Worker stands under its nouns and knows none of them. */
const workerGround = ['worker/db/', 'worker/problems/', 'worker/clock/', 'worker/env.ts'];

/** Where pane, flows, API and workbook are put together: the only files that see them all. */
const assembly = /^addin\/(pane\/mount\.tsx|pages\/(workbook|taskpane|dialog)\/page\.ts)$/;

/** The answer to "may `from` import this file of ours?": a sentence where it may not. */
export function forbiddenFile(from: string, to: string, projectFolder: string): string | null {
  if (from.startsWith('test/')) return null;
  if (to.startsWith('test/')) return 'the product never imports its tests';
  const [house] = from.split('/');
  const [other] = to.split('/');
  if (house === 'shared') return other === 'shared' ? null : 'shared uses nothing of ours';
  if (other === 'shared') return null;
  if (house === 'worker' && other === 'addin') return 'worker and addin never import each other';
  if (house === 'addin' && other === 'worker') return 'worker and addin never import each other';
  if (house === 'worker') return forbiddenInWorker(from, to, projectFolder);
  if (house === 'addin' && !assembly.test(from)) return forbiddenInAddin(from, to);
  return null;
}

/** The answer to "may `from` import this package?": a sentence where it may not. */
export function forbiddenPackage(from: string, name: string): string | null {
  if (
    from.startsWith('shared/') &&
    !pureLibraries.some((pure) => name === pure || name.startsWith(`${pure}/`))
  )
    return `shared imports only ${pureLibraries.join(', ')}`;
  if (/^drizzle-orm(\/|$)/.test(name) && from.startsWith('worker/') && !knowsSql(from))
    return 'only tables, repositories and worker/db know drizzle';
  if (/^drizzle-orm(\/|$)/.test(name) && from.startsWith('addin/'))
    return 'only tables, repositories and worker/db know drizzle';
  if (name.startsWith('@univerjs/') && from.startsWith('addin/') && !from.startsWith('addin/workbook/univer'))
    return 'Univer stands behind the workbook port: only in addin/workbook/univer*';
  if (/^(preact|@fluentui)(\/|$)/.test(name) && /^addin\/(flows|api|text)\//.test(from))
    return 'flows, API and texts know no screen';
  return null;
}

/** Whether a file of the Worker may hold SQL. */
export function knowsSql(file: string): boolean {
  return (
    file.startsWith('worker/db/') ||
    file.startsWith('worker/local/') ||
    /\.(repository|table)\.ts$/.test(file)
  );
}

function forbiddenInWorker(from: string, to: string, projectFolder: string): string | null {
  if (from.startsWith('worker/local/')) return null;
  if (to.startsWith('worker/local/')) return 'the Worker never imports the local server';
  const ground = workerGround.some((place) => to.startsWith(place));
  if (from.endsWith('.table.ts')) return to.endsWith('.table.ts') ? null : 'a table imports tables only';
  if (from.startsWith('worker/db/')) return ground ? null : 'worker/db stands under the nouns';
  if (from.endsWith('.repository.ts')) {
    if (to.endsWith('.routes.ts') || to.startsWith('worker/http/'))
      return 'a repository knows no HTTP: routes → usecases → repository → table';
    const below = ground || /\.(repository|table)\.ts$/.test(to);
    return !below && usesRepository(to, projectFolder)
      ? 'a repository never imports what stands above it: routes → usecases → repository → table'
      : null;
  }
  if (to.endsWith('.table.ts')) return 'only repositories see tables: routes → usecases → repository → table';
  const root = /^worker\/[^/]+\.ts$/.test(from);
  if (to.endsWith('.routes.ts') && !from.endsWith('.routes.ts') && !root)
    return 'only the app mounts routes: routes → usecases → repository → table';
  return null;
}

/** What stands under panes, flows and pages, and who may use what there. */
function forbiddenInAddin(from: string, to: string): string | null {
  const place = from.split('/')[1];
  const other = to.split('/')[1];
  const port = to === 'addin/workbook/port.ts';
  const arrow = 'pane → flows → (api, workbook port) → shared';
  switch (place) {
    case 'pane':
      return (other === 'workbook' && !port) || other === 'api' || other === 'pages' ? arrow : null;
    case 'flows':
      return other === 'flows' || other === 'api' || port ? null : arrow;
    case 'text':
      return other === 'text' ? null : arrow;
    case 'api':
      return other === 'api' ? null : arrow;
    case 'workbook':
      return other === 'workbook' || other === 'text' ? null : arrow;
    case 'controls':
      return other === 'controls' || other === 'text'
        ? null
        : 'a control knows nothing of what it is used for';
    case 'guide':
      return other === 'guide' || other === 'pictures' ? null : 'the guide uses nothing of ours';
    case 'pages':
      return forbiddenInPage(from, to);
    default:
      return null;
  }
}

function forbiddenInPage(from: string, to: string): string | null {
  const arrow = 'a page → pages/shared → (api, controls, text) → shared';
  const [, , page] = from.split('/');
  const [, place, other] = to.split('/');
  if (place === 'pages') return other === page || other === 'shared' ? null : arrow;
  const below =
    place === 'api' || place === 'controls' || place === 'text' || (page === 'help' && place === 'guide');
  return below ? null : arrow;
}

const usesRepositoryCache = new Map<string, boolean>();

/** A plain file that itself imports a repository is a use case. */
function usesRepository(file: string, projectFolder: string): boolean {
  const path = join(projectFolder, file);
  let uses = usesRepositoryCache.get(path);
  if (uses === undefined) {
    try {
      uses = /from '[^']+\.repository\.ts'/.test(readFileSync(path, 'utf8'));
    } catch {
      uses = false;
    }
    usesRepositoryCache.set(path, uses);
  }
  return uses;
}
