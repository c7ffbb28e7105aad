import { ExcelPort } from './excel/adapter.ts';
import type { Abilities } from './excel/rounds.ts';
import type { WorkbookPort } from './port.ts';

/** Where the page stands, as Office tells it. */
export interface OfficeHost {
  /** Whether the page stands in Excel. */
  inExcel: boolean;
  /** Office's partition of the browser's storage; empty where there is none. */
  partition: string;
}

const mebibyte = 1024 * 1024;

/**
 * Waits until Office is ready. `null` where Office.js has not come: no network, or a page that is not
 * in Office at all. This file is the door: nobody else imports what is in `excel/`.
 */
export async function officeHost(): Promise<OfficeHost | null> {
  if (typeof Office === 'undefined') return null;
  const { host } = await Office.onReady();
  restoreHistory();
  const { partitionKey } = Office.context as { partitionKey?: string };
  return { inExcel: host !== null && String(host) === 'Excel', partition: partitionKey ?? '' };
}

/** Office.js takes these away from every page that loads it; the browser's own stand behind them. */
function restoreHistory(): void {
  for (const name of ['pushState', 'replaceState'] as const)
    if (typeof history[name] !== 'function') delete (history as Partial<History>)[name];
}

/** The workbook that is open in Excel. ExcelApi 1.9 is enough; what came later is used where it is there. */
export function openExcel(): WorkbookPort {
  return new ExcelPort(abilitiesOf(), (ms) => new Promise((done) => setTimeout(done, ms)));
}

/** What this Excel can do. Only Excel on the web limits requests and answers (5 MB). */
export function abilitiesOf(): Abilities {
  const { platform, requirements } = Office.context;
  const has = (minor: number) => requirements.isSetSupported('ExcelApi', `1.${minor}`);
  return {
    rowSorted: has(10),
    resize: has(13),
    triggerSource: has(14),
    notes: has(18),
    payload: (String(platform) === 'OfficeOnline' ? 3.5 : 64) * mebibyte,
  };
}
