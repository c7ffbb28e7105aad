import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Me } from '../api/me.ts';
import { ApiProblem } from '../api/problem.ts';
import { type Language, readLanguage, writeLanguage } from '../text/text.ts';
import { bureauApi } from './bureauApi.ts';
import { Connect } from './connect.tsx';
import { Button, ProblemBar } from './controls.tsx';
import { keepKey } from './keyHolder.ts';
import { LanguageContext, useText } from './language.ts';
import { Progress } from './progress.tsx';
import { useLoaded } from './useLoaded.ts';

export function App({ given }: { given: string | null }) {
  const [language, setLanguage] = useState<Language>(readLanguage);
  const [key, setKey] = useState(given);
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  }, [language]);
  const switchLanguage = () => {
    const other = language === 'en' ? 'zh' : 'en';
    writeLanguage(other);
    setLanguage(other);
  };
  const changeKey = (next: string | null) => {
    keepKey(next);
    setKey(next);
  };
  return (
    <LanguageContext.Provider value={language}>
      {key === null ? (
        <Frame onLanguage={switchLanguage}>
          <Connect onKey={changeKey} problem={null} />
        </Frame>
      ) : (
        <Signed key={key} accessKey={key} onKey={changeKey} onLanguage={switchLanguage} />
      )}
    </LanguageContext.Provider>
  );
}

interface SignedProps {
  accessKey: string;
  onKey: (key: string | null) => void;
  onLanguage: () => void;
}

/** The page once there is a key: asks whose it is, then shows the progress. */
function Signed({ accessKey, onKey, onLanguage }: SignedProps) {
  const { text } = useText();
  const api = useMemo(() => bureauApi(accessKey), [accessKey]);
  const who = useLoaded(() => api.me(), [api]);
  const [turn, setTurn] = useState(0);
  const refused = who.problem instanceof ApiProblem && who.problem.status === 401;
  return (
    <Frame
      me={who.value}
      onLanguage={onLanguage}
      onLeave={() => onKey(null)}
      onRefresh={() => (who.value ? setTurn(turn + 1) : who.again())}
    >
      {refused ? (
        <Connect onKey={onKey} problem={who.problem} />
      ) : who.problem ? (
        <ProblemBar problem={who.problem} again={who.again} />
      ) : who.value === null ? (
        <p class="quiet">{text.loading}</p>
      ) : who.value.role === 'reporter' ? (
        <Reporter unit={who.value.unit?.name ?? ''} />
      ) : (
        <Progress api={api} year={who.value.year ?? Number(who.value.today.slice(0, 4))} turn={turn} />
      )}
    </Frame>
  );
}

function Reporter({ unit }: { unit: string }) {
  const { text } = useText();
  return (
    <section class="card narrow">
      <p>{text.reporterKey(unit)}</p>
      <p>
        <a href="/workbook">{text.openWorkbook}</a>
      </p>
    </section>
  );
}

interface FrameProps {
  children: preact.ComponentChildren;
  me?: Me | null;
  onLanguage: () => void;
  onLeave?: () => void;
  onRefresh?: () => void;
}

function Frame({ children, me, onLanguage, onLeave, onRefresh }: FrameProps) {
  const { text } = useText();
  useEffect(() => {
    document.title = `台账 · ${text.title}`;
  }, [text]);
  return (
    <>
      <header>
        <a class="home" href="/">
          <img src="/icons/icon-64.png" alt="" width="28" height="28" />
          <span>台账</span>
        </a>
        <h1>{text.title}</h1>
        {me && (
          <p class={me.demo ? 'date demo' : 'date'}>
            {me.demo ? text.demoToday : text.today} <time dateTime={me.today}>{me.today}</time>
          </p>
        )}
        <div class="acts">
          {onRefresh && (
            <Button look="subtle" onClick={onRefresh}>
              {text.refresh}
            </Button>
          )}
          <Button look="subtle" onClick={onLanguage}>
            {text.otherLanguage}
          </Button>
          {onLeave && (
            <Button look="subtle" onClick={onLeave}>
              {text.leave}
            </Button>
          )}
        </div>
      </header>
      <main>{children}</main>
    </>
  );
}
