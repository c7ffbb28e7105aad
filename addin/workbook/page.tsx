import './page.css';
import { StoredWorkbook, type SaveState } from './persist.ts';
import { openUniver, type Snapshot } from './univer.ts';

/** The workbook page: a spreadsheet kept on this computer, and the pane beside it. */
const english = document.documentElement.lang.startsWith('en');

const text = english
  ? {
      states: {
        saving: 'Saving…',
        saved: 'Saved on this computer',
        failed: 'Not saved on this computer: trying again',
      },
      waiting: 'This workbook is open in another tab. Close it there, and it opens here by itself.',
    }
  : {
      states: { saving: '正在保存…', saved: '已保存在本机', failed: '未能保存在本机，正在重试' },
      waiting: '此台账已在另一个标签页中打开。关闭那一页后，这里会自动打开。',
    };

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** One workbook per unit and list: `?unit=…&list=…`, as the link to this page says. */
function workbookName(): string {
  const query = new URLSearchParams(location.search);
  return `${query.get('list') ?? ''}/${query.get('unit') ?? ''}`;
}

function showState(state: SaveState): void {
  const kept = element('kept');
  kept.dataset['state'] = state;
  kept.textContent = text.states[state];
}

const sheet = element('sheet');
const stored = new StoredWorkbook(workbookName());
await stored.claim(() => {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = text.waiting;
  sheet.replaceChildren(notice);
});
sheet.replaceChildren();
const workbook = await openUniver(sheet, {
  language: english ? 'en' : 'zh',
  snapshot: (await stored.load()) as Snapshot | undefined,
});
const saveState = stored.keep(workbook);
showState(saveState.current());
saveState.onChange(showState);
Object.assign(window, { port: workbook.port });
