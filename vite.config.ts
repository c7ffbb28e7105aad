import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { headersFile } from './shared/site/headers.ts';
import { readOfficeJs } from './shared/site/officeJs.ts';

const root = resolve(import.meta.dirname, 'addin');
const pages = globSync('*.html', { cwd: root }).sort();

const officeJs = readOfficeJs(process.env['OFFICE_JS']);
if (officeJs === null) throw new Error('OFFICE_JS is neither an https address nor a path of this site');

/** Every file that a page may come to need, by its address: scripts, styles and pictures, also those loaded later. */
function filesOf(page: string, bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const add = (file: string): void => {
    const chunk = bundle[file];
    if (found.has(`/${file}`) || !chunk) return;
    found.add(`/${file}`);
    if (chunk.type !== 'chunk') return;
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
    for (const next of [...chunk.imports, ...chunk.dynamicImports, ...importedCss, ...importedAssets])
      add(next);
  };
  for (const [file, chunk] of Object.entries(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === page) add(file);
  }
  return [...found].sort();
}

/** The service worker for these files. Their names carry hashes of what they hold: another build is another version. */
function serviceWorker(files: string[]): string {
  const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
  return readFileSync(resolve(root, 'serviceWorker.js'), 'utf8')
    .replace('%VERSION%', version)
    .replace('%FILES%', JSON.stringify(files));
}

/** Puts Office.js where the pages ask for it, and writes the headers of every page (Workers static assets read `_headers`). */
function site(officeJs: string): Plugin {
  return {
    name: 'site',
    // While developing, pages have the addresses that Workers static assets give them: without .html.
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
        if (pages.includes(`${pathname.slice(1)}.html`)) request.url = `${pathname}.html${search}`;
        next();
      });
    },
    transformIndexHtml: (html) => html.replaceAll('%OFFICE_JS%', officeJs),
    generateBundle(_, bundle) {
      const names = pages.map((page) => basename(page, '.html'));
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(names, officeJs) });
      const files = filesOf('workbook', bundle);
      this.emitFile({ type: 'asset', fileName: 'workbookFiles.js', source: serviceWorker(files) });
    },
  };
}

/** The site: every page of addin/, served from the API's own origin with hashed assets and no outside host. */
export default defineConfig({
  root,
  base: './',
  appType: 'mpa',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [site(officeJs)],
  // The pages' policy forbids the eval that zod would compile its schemas with. Told where zod makes its settings, and
  // not by a module of ours: which of two shared chunks runs first is the bundler's choice.
  define: { 'globalThis.__zod_globalConfig': JSON.stringify({ jitless: true }) },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/site'),
    emptyOutDir: true,
    // The pane runs in WPS's and older web views too; what it calls beyond that stands in addin/pane/oldBrowsers.ts.
    target: 'es2020',
    // The browser workbook is one large, lazily loaded part.
    chunkSizeWarningLimit: 8000,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: pages.map((page) => resolve(root, page)),
      // React libraries mark themselves "use client", which means nothing here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
