import { ExcelHost } from './host.ts';
import { Book } from './model/book.ts';
import { LedgerView } from './ledgerView.ts';
import { ExcelUser } from './user.ts';

declare global {
  interface Window {
    /** Options for the stand-in, and a saved workbook to open, set before its script runs. */
    officeOptions?: ConstructorParameters<typeof ExcelHost>[0] & { file?: string };
    officeStandIn?: { host: ExcelHost; ledger: LedgerView; user: ExcelUser };
  }
}

/** The stand-in as a script of a page, in place of Office.js: see `officeScript` in `script.ts`. */
const { file, ...options } = window.officeOptions ?? {};
const host = new ExcelHost(options, file === undefined ? undefined : Book.open(file));
const ledger = new LedgerView(host);
window.officeStandIn = { host, ledger, user: new ExcelUser(host, () => ledger.sheet()) };
host.install(window);
if (opener && host.habits.dialogStorage === 'apart') {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  Object.defineProperty(window, 'localStorage', { value: storage });
}
