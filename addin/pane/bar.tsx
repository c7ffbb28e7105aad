import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Message } from '../controls/message.tsx';
import { LanguageContext, useLanguageNow } from '../controls/useText.ts';
import type { Session } from '../flows/session.ts';
import './bar.css';
import { WaitingElsewhere } from './elsewhere.tsx';
import type { Folding } from './folding.ts';
import type { PaneOptions } from './mount.tsx';
import { rowName } from './names.tsx';
import { PaneContext } from './paneContext.ts';
import { Search } from './search.tsx';
import { stands } from './stands.ts';
import { Problem } from './status.tsx';
import { paneText } from './text.ts';
import { Views } from './views.tsx';

interface BarProps {
  session: Session;
  folding: Folding;
  options: Pick<PaneOptions, 'host' | 'elsewhere' | 'saveState'>;
}

/**
 * Above the sheet: which rows it shows, a search, and, while the pane is folded, how things stand, the sync, and what must
 * be seen: a problem, what could not be saved, rows that wait elsewhere.
 */
export function Bar({ session, folding, options }: BarProps) {
  const [view, setView] = useState(session.view);
  const [{ folded, mayFold }, setFolded] = useState(foldedNow(folding));
  const [unsaved, setUnsaved] = useState(false);
  const language = useLanguageNow();
  useEffect(() => {
    setView(session.view);
    return session.subscribe(setView);
  }, [session]);
  useEffect(() => {
    setFolded(foldedNow(folding));
    return folding.subscribe(() => setFolded(foldedNow(folding)));
  }, [folding]);
  useEffect(() => options.saveState?.subscribe((state) => setUnsaved(state === 'failed')), [options]);
  const text = paneText[language];
  const { ledger, index } = view;
  const row = view.selected === null ? undefined : ledger?.rows.get(view.selected)?.server;
  const said = stands(view, text);
  return (
    <LanguageContext.Provider value={language}>
      <div class="tz-bar" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <div class="tz-bar-line">
          <Views session={session} view={view} />
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
            {mayFold && (
              <Button small look="subtle" onClick={() => folding.toggle()}>
                {folded ? text.bar.unfold : text.bar.fold}
              </Button>
            )}
          </span>
        </div>
        {folded && (
          <PaneContext.Provider value={{ session, view, host: options.host }}>
            <Problem />
            {unsaved && <Message intent="error">{text.status.saveFailed}</Message>}
            <WaitingElsewhere elsewhere={options.elsewhere} />
          </PaneContext.Provider>
        )}
        {folded && row && (
          <p class="tz-bar-row" title={row.arrangementText}>
            <strong>{rowName(row, language)}</strong> {row.arrangementText}
          </p>
        )}
      </div>
    </LanguageContext.Provider>
  );
}

const foldedNow = ({ folded, mayFold }: Folding) => ({ folded, mayFold });
