import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { LanguageContext, useChosenLanguage } from '../controls/useText.ts';
import type { Session } from '../flows/session.ts';
import { rowsIn } from '../flows/views.ts';
import type { Acts } from './acts.ts';
import { CatchUp } from './catchUp.tsx';
import { Conflicts } from './conflicts.tsx';
import { Connect } from './connect.tsx';
import { Disconnect } from './disconnect.tsx';
import { DueSoon } from './due.tsx';
import { WaitingElsewhere } from './elsewhere.tsx';
import { Findings } from './findings.tsx';
import { GuideDialog } from './guide.tsx';
import { Header } from './header.tsx';
import { HersLater } from './hersLater.tsx';
import { HersNotices } from './hersNotices.tsx';
import { keepFocus } from './keepFocus.ts';
import type { PaneOptions } from './mount.tsx';
import { OpenFileButton } from './openFile.tsx';
import { PaneContext } from './paneContext.ts';
import { Probes } from './probes.tsx';
import { RowCard } from './rowCard.tsx';
import { RowNotices } from './rows.tsx';
import { Outdated, Problem, Status } from './status.tsx';
import { Synced } from './synced.tsx';
import { TakeAlong } from './takeAlong.tsx';
import { paneText } from './text.ts';
import { Views } from './views.tsx';

/** The task pane: what is asked for now comes first, then what is wrong, then what is due. */
export function App({ session, acts, options }: { session: Session; acts: Acts; options: PaneOptions }) {
  const [view, setView] = useState(session.view);
  const [language, changeLanguage] = useChosenLanguage();
  const [saved, setSaved] = useState<'saving' | 'saved' | 'failed' | null>(null);
  useEffect(() => {
    setView(session.view);
    return session.subscribe(setView);
  }, [session]);
  const [guide, setGuide] = useState(acts.guide);
  useEffect(() => {
    // A press of the ribbon that started the page may have opened it by now.
    setGuide(acts.guide);
    return acts.onGuide(setGuide);
  }, [acts]);
  useEffect(() => options.saveState?.subscribe(setSaved), [options]);
  const [leaving, setLeaving] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => keepFocus(root.current!), []);

  const text = paneText[language];
  const connected = view.phase === 'connected';
  return (
    <LanguageContext.Provider value={language}>
      <PaneContext.Provider value={{ session, view, host: options.host }}>
        <div ref={root} class="tz-pane" lang={language === 'zh' ? 'zh-CN' : 'en'} data-host={options.host}>
          {leaving && <Disconnect onClose={() => setLeaving(false)} />}
          {guide && <GuideDialog onClose={() => acts.closeGuide()} />}
          <Header onHelp={() => void acts.run('help')} onLanguage={changeLanguage} />
          <div class="tz-top">
            {(connected || view.index) && view.phase !== 'starting' && <Status />}
            <WaitingElsewhere elsewhere={options.elsewhere} />
            {!options.bar && !view.ledger?.hers && <Views session={session} view={view} />}
            <RowCard />
          </div>
          {options.openProbes && <Probes open={options.openProbes} />}
          <Problem />
          <Outdated />
          {view.phase === 'starting' ? (
            <p class="tz-hint" role="status">
              {text.status.starting}
            </p>
          ) : (
            <>
              {!connected && <Connect />}
              <HersLater />
              <HersNotices />
              <RowNotices />
              <Conflicts />
              <Findings />
              <DueSoon />
              {!view.ledger?.hers && <CatchUp />}
              <Synced />
            </>
          )}
          {(view.index || saved || connected) && (
            <footer class="tz-footer">
              {view.index && view.ledger && (
                <span>{text.status.rows(rowsIn('all', view.ledger).length)}</span>
              )}
              {saved && (
                <span class={saved === 'failed' ? 'tz-late' : ''} role="status">
                  {
                    { saving: text.status.saving, saved: text.status.saved, failed: text.status.saveFailed }[
                      saved
                    ]
                  }
                </span>
              )}
              {options.openFile && <OpenFileButton open={options.openFile} />}
              {options.host === 'browser' && <TakeAlong />}
              {acts.hasProgress && (connected || view.ledger) && (
                <Button small look="subtle" onClick={() => void acts.run('stats')}>
                  {text.actions.stats}
                </Button>
              )}
              {connected && (
                <Button small look="subtle" onClick={() => setLeaving(true)}>
                  {text.connect.disconnect}
                </Button>
              )}
            </footer>
          )}
        </div>
      </PaneContext.Provider>
    </LanguageContext.Provider>
  );
}
