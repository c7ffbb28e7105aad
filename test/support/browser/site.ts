import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { build as bundle } from 'vite';
import { build } from '../../../worker/local/build.ts';
import { projectFolder } from '../../../worker/local/tool.ts';

const pages = resolve('test/support/browser/pages');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** Serves the product's pages as they are built. */
export async function serveSite(): Promise<Site> {
  await build();
  return serveFolder(join(projectFolder, 'dist/site'));
}

/** Builds the test pages of `test/support/browser/pages/` as the product's are built, and serves them. */
export async function serveTestPages(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-pages-'));
  await bundle({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: globSync('*.html', { cwd: pages }).map((page) => join(pages, page)) },
    },
  });
  const server = await serveFolder(folder);
  return {
    origin: server.origin,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Headers of a path by the folder's `_headers`, as Workers static assets read it: every rule that matches, in order;
 * `! Name` takes away what came before.
 */
async function readHeaders(folder: string): Promise<(path: string) => Map<string, string>> {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  const rules = text
    .split(/\n(?=\/)/u)
    .filter((block) => block.startsWith('/'))
    .map((block) => {
      const [path = '', ...lines] = block.split('\n').map((line) => line.trim());
      return { path, lines: lines.filter((line) => line !== '') };
    });
  return (path) => {
    const found = new Map<string, string>();
    for (const rule of rules) {
      const prefix = rule.path.endsWith('*') ? rule.path.slice(0, -1) : null;
      if (prefix === null ? rule.path !== path.replace(/\.html$/u, '') : !path.startsWith(prefix)) continue;
      for (const line of rule.lines) {
        const [, gone, name, value] = /^(?:! (\S+)|(\S+): (.*))$/u.exec(line) ?? [];
        if (gone) found.delete(gone.toLowerCase());
        else if (name) found.set(name.toLowerCase(), value ?? '');
      }
    }
    return found;
  };
}

async function serveFolder(folder: string): Promise<Site> {
  const headersOf = await readHeaders(folder);
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (content) => {
        // Their names hold a hash: as the product's, they are kept, and what is kept is compiled once.
        if (path.startsWith('/assets/')) response.setHeader('cache-control', 'max-age=31536000, immutable');
        for (const [name, value] of headersOf(path)) response.setHeader(name, value);
        response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
        response.end(content);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (!address || typeof address === 'string') return fail(new Error('the site has no port'));
      done({
        origin: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
