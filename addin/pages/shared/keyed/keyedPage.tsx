import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { askWith } from '../../../api/ask.ts';
import { type Me, me } from '../../../../shared/wire/me.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { Button } from '../../../controls/button.tsx';
import { LanguageContext, useChosenLanguage, useText } from '../../../controls/useText.ts';
import type { Texts } from '../../../text/texts.ts';
import { Connect } from './connect.tsx';
import { Loading } from './loading.tsx';
import { ProblemBar } from './problemBar.tsx';
import { keyedText } from './text.ts';
import { useLoaded } from './useLoaded.ts';

/** What a page knows once its key is accepted. */
export interface Opened {
  accessKey: string;
  me: Me;
  /** Counts the refreshes that were asked for. */
  turn: number;
}

interface PageProps {
  /** The sentences of the page; its title is among them. */
  text: Texts<{ title: string }>;
  /** Whose keys open the page: the bureau's, or a unit's. */
  audience?: 'bureau' | 'unit';
  /** A key that was accepted, to be kept where the page keeps keys; `null`: forget it. */
  onKept: (accepted: { accessKey: string; me: Me } | null) => void;
  /** The ways to other pages, in the header of a key that fits. */
  navigation?: (me: Me) => ComponentChildren;
  /** Whose key it is, beside the way out. */
  who?: (me: Me) => ComponentChildren;
  /** Whether the header offers to read everything anew. */
  refreshes?: boolean;
  children: (opened: Opened) => ComponentChildren;
}

/** A page that needs a key: header, language, and a key before anything else. */
export function KeyedPage({ given, ...page }: PageProps & { given: string | null }) {
  const [language, changeLanguage] = useChosenLanguage();
  const [key, setKey] = useState(given);
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
    document.title = `台账 · ${page.text[language].title}`;
  }, [language]);
  const changeKey = (next: string | null) => {
    if (next === null) page.onKept(null);
    setKey(next);
  };
  return (
    <LanguageContext.Provider value={language}>
      {key === null ? (
        <Frame title={page.text[language].title} onLanguage={changeLanguage}>
          <Connect onKey={changeKey} problem={null} audience={page.audience ?? 'bureau'} />
        </Frame>
      ) : (
        <Signed key={key} accessKey={key} onKey={changeKey} onLanguage={changeLanguage} {...page} />
      )}
    </LanguageContext.Provider>
  );
}

interface SignedProps extends PageProps {
  accessKey: string;
  onKey: (key: string | null) => void;
  onLanguage: () => void;
}

/** The page once there is a key: asks whose it is, then shows what the page is for. */
function Signed(props: SignedProps) {
  const {
    accessKey,
    onKey,
    onLanguage,
    text,
    refreshes,
    audience = 'bureau',
    onKept,
    navigation,
    who: whose,
    children,
  } = props;
  const { language } = useText(keyedText);
  const who = useLoaded(() => askWith(accessKey)(me.strip(), '/me'), [accessKey]);
  const [turn, setTurn] = useState(0);
  const fits = who.value !== null && (who.value.role === 'reporter') === (audience === 'unit');
  useEffect(() => {
    if (who.value && fits) onKept({ accessKey, me: who.value });
  }, [who.value]);
  const refused = who.problem instanceof ApiProblem && who.problem.status === 401;
  return (
    <Frame
      title={text[language].title}
      me={who.value}
      onLanguage={onLanguage}
      onLeave={() => onKey(null)}
      navigation={fits && who.value ? navigation?.(who.value) : undefined}
      who={fits && who.value ? whose?.(who.value) : undefined}
      onRefresh={refreshes ? () => (who.value ? setTurn(turn + 1) : who.again()) : undefined}
    >
      {refused ? (
        <Connect onKey={onKey} problem={who.problem} audience={audience} />
      ) : who.problem ? (
        <ProblemBar problem={who.problem} again={who.again} />
      ) : who.value === null ? (
        <Loading />
      ) : !fits ? (
        <OtherKey unit={who.value.unit?.name ?? null} />
      ) : (
        children({ accessKey, me: who.value, turn })
      )}
    </Frame>
  );
}

/** A key of the other side: what it is for, and the page that it opens. */
function OtherKey({ unit }: { unit: string | null }) {
  const { text } = useText(keyedText);
  return (
    <section class="card narrow">
      <p>{unit === null ? text.bureauKey : text.reporterKey(unit)}</p>
      <p>
        {unit === null ? (
          <a href="/bureau">{text.openBureau}</a>
        ) : (
          <a href="/workbook">{text.openWorkbook}</a>
        )}
      </p>
    </section>
  );
}

interface FrameProps {
  children: ComponentChildren;
  title: string;
  me?: Me | null;
  onLanguage: () => void;
  onLeave?: () => void;
  onRefresh?: (() => void) | undefined;
  navigation?: ComponentChildren;
  who?: ComponentChildren;
}

function Frame(props: FrameProps) {
  const { children, title, me, onLanguage, onLeave, onRefresh, navigation, who } = props;
  const { text } = useText(keyedText);
  return (
    <>
      <header class={navigation ? 'desk' : undefined}>
        <a class="home" href="/">
          <img src="/icons/icon-64.png" alt="" width="28" height="28" />
          <span>台账</span>
        </a>
        <h1>{title}</h1>
        {navigation}
        {me && (
          <p class={me.demo ? 'date demo' : 'date'}>
            {me.demo ? text.demoToday : text.today} <time dateTime={me.today}>{me.today}</time>
          </p>
        )}
        <div class="acts">
          {who}
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
