import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../../worker/local/tool.ts';

const site = join(projectFolder, 'dist/site');

/** What a page loads before it can show anything: its scripts and styles, and what these import statically. */
export function closure(page: string): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
      visit(join(dirname(file), name!));
    }
  };
  for (const [, name] of readFileSync(join(site, page), 'utf8').matchAll(
    /(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g,
  )) {
    visit(join(site, name!));
  }
  return seen;
}

/** Bytes of files after gzip, each packed by itself as it is served. */
export function gzipBytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}
