import './page.css';
import { columnWidths } from '../../../shared/sheet/ledgerLayout.ts';
import { createFolding } from '../../pane/folding.ts';
import { mountPane } from '../../pane/mount.tsx';
import { readLanguage } from '../../text/language.ts';
import { openUniver, type Snapshot } from '../../workbook/univer.ts';
import { type Asked, chooseWorkbook, nameOf } from './choose.ts';
import { elsewhereOf } from './elsewhere.ts';
import { lastUnit } from './lastUnit.ts';
import { keepForOffline } from './offline.ts';
import { StoredWorkbook } from './persist.ts';
import { keptWorkbooks, rename } from './shelf.ts';
import { workbookText } from './text.ts';

/** The workbook page: a spreadsheet kept on this computer, and the pane beside it. */
const language = readLanguage();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

function readAddress(): Asked {
  const query = new URLSearchParams(location.search);
  const given = (name: string) => query.get(name) || null;
  return { unit: given('unit'), list: given('list'), copy: given('copy') };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const sheet = element('sheet');
const asked = readAddress();
const chosen = chooseWorkbook(await keptWorkbooks(), asked, lastUnit.read());
const stored = new StoredWorkbook(chosen.name);
await stored.claim(
  (take) => sheet.replaceChildren(...openElsewhere(take)),
  () => {
    const notice = sheet.querySelector('.notice');
    if (notice) notice.textContent = workbookText[language].notLetGo;
  },
);
sheet.replaceChildren();
if (chosen.from !== null) await rename(chosen.from, chosen.name);
const workbook = await openUniver(sheet, {
  language,
  widths: columnWidths,
  snapshot: (await stored.load()) as Snapshot | undefined,
});
const saveState = stored.keep(workbook);
keepForOffline();
stored.onAsked(() => location.reload());

mountPane(element('pane'), workbook.port, {
  host: 'browser',
  unit: asked.unit,
  saveState,
  openFile: (file) => workbook.openFile(file),
  elsewhere: elsewhereOf(stored, asked),
  bar: {
    element: element('bar'),
    folding: createFolding((folded) => document.body.classList.toggle('folded', folded)),
  },
  async showProgress(unit) {
    open(unit === null ? '/unit' : `/unit?unit=${encodeURIComponent(unit)}`, '_blank', 'noopener');
    return null;
  },
  onLedger({ unit, list }) {
    lastUnit.write(unit.id);
    document.title = `${unit.name} · ${workbookText[language].title(list.year)}`;
    if (asked.copy === null) void takeName(nameOf(list.year, unit.id), unit.id, list.year);
  },
});

/** The first key has told whose workbook this is. Where there is one of this unit and list already, that one is opened. */
async function takeName(name: string, unit: string, year: number): Promise<void> {
  if (await stored.become(name)) return;
  await stored.discard();
  location.replace(`/workbook?${new URLSearchParams({ unit, list: String(year) })}`);
}

/** What stands in place of a workbook that another tab has. */
function openElsewhere(take: () => void): HTMLElement[] {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  notice.textContent = workbookText[language].openElsewhere;
  const button = document.createElement('button');
  button.className = 'take';
  button.textContent = workbookText[language].openHere;
  button.addEventListener('click', take);
  return [notice, button];
}
