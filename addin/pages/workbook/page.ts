import './page.css';
import { mountPane } from '../../pane/mount.tsx';
import { readLanguage } from '../../text/language.ts';
import { StoredWorkbook } from './persist.ts';
import { workbookText } from './text.ts';
import { openUniver, type Snapshot } from '../../workbook/univer.ts';

/** The workbook page: a spreadsheet kept on this computer, and the pane beside it. */
const language = readLanguage();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

/** One workbook per unit and list: `?unit=…&list=…`, as the link to this page says. */
function workbookName(): string {
  const query = new URLSearchParams(location.search);
  return `${query.get('list') ?? ''}/${query.get('unit') ?? ''}`;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const sheet = element('sheet');
const stored = new StoredWorkbook(workbookName());
await stored.claim(() => {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = workbookText[language].openElsewhere;
  sheet.replaceChildren(notice);
});
sheet.replaceChildren();
const workbook = await openUniver(sheet, {
  language,
  snapshot: (await stored.load()) as Snapshot | undefined,
});
mountPane(element('pane'), workbook.port, {
  host: 'browser',
  saveState: stored.keep(workbook),
  async showProgress(unit) {
    open(unit === null ? '/unit' : `/unit?unit=${encodeURIComponent(unit)}`, '_blank', 'noopener');
    return null;
  },
});
