import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'addin');

/** The site: every page of addin/, served from the API's own origin with hashed assets and no outside host. */
export default defineConfig({
  root,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/site'),
    emptyOutDir: true,
    target: 'es2022',
    // The browser workbook is one large, lazily loaded part.
    chunkSizeWarningLimit: 8000,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: globSync('*.html', { cwd: root }).map((page) => resolve(root, page)),
      // React libraries mark themselves "use client", which means nothing here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
