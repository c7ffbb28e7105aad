import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { LanguageContext, useLanguageNow } from '../controls/useText.ts';
import type { Session } from '../flows/session.ts';
import { rowsIn, viewIds } from '../flows/views.ts';
import './bar.css';
import type { Folding } from './folding.ts';
import { rowName } from './names.tsx';
import { Search } from './search.tsx';
import { stands } from './stands.ts';
import { paneText } from './text.ts';

/** Above the sheet: which rows it shows, a search, and, while the pane is folded, how things stand and the sync. */
export function Bar({ session, folding }: { session: Session; folding: Folding }) {
  const [view, setView] = useState(session.view);
  const [folded, setFolded] = useState(folding.folded);
  const language = useLanguageNow();
  useEffect(() => {
    setView(session.view);
    return session.subscribe(setView);
  }, [session]);
  useEffect(() => folding.subscribe(setFolded), [folding]);
  const text = paneText[language];
  const { ledger, index } = view;
  const row = view.selected === null ? undefined : ledger?.rows.get(view.selected)?.server;
  const said = stands(view, text);
  return (
    <LanguageContext.Provider value={language}>
      <div class="tz-bar" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <div class="tz-bar-line">
          {ledger && index && (
            <div class="tz-views" role="group" aria-label={text.bar.views}>
              {viewIds.map((id) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={ledger.shown === id}
                  onClick={() => void session.show(id)}
                >
                  {text.bar.view[id]} <b>{rowsIn(id, ledger).length}</b>
                </button>
              ))}
            </div>
          )}
          {ledger && index && <Search session={session} />}
          <span class="tz-bar-end">
            {folded && (
              <>
                {index && (
                  <span class="tz-bar-said" role="status">
                    {said.duty && <strong class={said.isLate ? 'tz-due-now' : ''}>{said.duty}</strong>}
                    <span>{said.headline}</span>
                  </span>
                )}
                {index && view.phase === 'connected' && (
                  <Button
                    small
                    look="primary"
                    waiting={view.busy === 'syncing' || view.busy === 'pulling'}
                    onClick={() => void session.sync()}
                  >
                    {text.actions.sync}
                  </Button>
                )}
              </>
            )}
            <Button small look="subtle" onClick={() => folding.toggle()}>
              {folded ? text.bar.unfold : text.bar.fold}
            </Button>
          </span>
        </div>
        {folded && row && (
          <p class="tz-bar-row" title={row.arrangementText}>
            <strong>{rowName(row, language)}</strong> {row.arrangementText}
          </p>
        )}
      </div>
    </LanguageContext.Provider>
  );
}
