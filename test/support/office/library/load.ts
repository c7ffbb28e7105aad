import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script, createContext } from 'node:vm';

/** What of Microsoft's library the tests touch, beside what the add-in does. */
export interface Library {
  Excel: object;
  OfficeExtension: {
    ClientRequestContext: { defaultRequestUrlAndHeaders: unknown };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: { entries: object[] }): void;
  };
}

/** The file that Excel for Windows loads. */
const file = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist/excel-win32-16.01.js',
);

let script: Script | null = null;

/**
 * A page's own copy of Microsoft's Excel library (npm @microsoft/office-js), in a window that has nothing of a browser's.
 * `office` is what its `Office` is: the library asks it for requirement sets only.
 */
export function loadLibrary(office: object): Library {
  script ??= new Script(readFileSync(file, 'utf8'), { filename: file });
  const page: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, console, performance },
    navigator: { userAgent: 'node' },
    location: { href: 'https://taizhang.example/', search: '', hash: '' },
    document: { getElementsByTagName: () => [], createElement: () => ({}), addEventListener() {} },
    addEventListener() {},
    external: {},
  };
  for (const name of ['window', 'self', 'top', 'parent']) page[name] = page;
  script.runInContext(createContext(page));
  page['Office'] = office;
  return page as unknown as Library;
}
