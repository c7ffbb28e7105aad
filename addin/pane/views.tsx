import type { Session } from '../flows/session.ts';
import type { SessionView } from '../flows/view.ts';
import { rowsIn, seldom, viewIds } from '../flows/views.ts';
import { useText } from '../controls/useText.ts';
import { paneText } from './text.ts';
import './views.css';

/** Which rows the sheet shows: each view with its number of rows. One that seldom has any is there only while it has. */
export function Views({ session, view: { ledger, index } }: { session: Session; view: SessionView }) {
  const { text } = useText(paneText);
  // Where reports have no rows, there are none to be filtered.
  if (!ledger || !index || !session.canShow || ledger.hers?.inCells) return null;
  const views = viewIds.map((id) => ({ id, rows: rowsIn(id, ledger).length, isShown: ledger.shown === id }));
  return (
    <div class="tz-views" role="group" aria-label={text.bar.views}>
      {views
        .filter(({ id, rows, isShown }) => !seldom.includes(id) || rows > 0 || isShown)
        .map(({ id, rows, isShown }) => (
          <button key={id} type="button" aria-pressed={isShown} onClick={() => void session.show(id)}>
            {text.bar.view[id]} <b>{rows}</b>
          </button>
        ))}
    </div>
  );
}
