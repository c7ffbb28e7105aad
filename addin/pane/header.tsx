import { Button } from '../controls/button.tsx';
import { useText } from '../controls/useText.ts';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

/** Whose ledger it is, and the day it is at the server: rules judge by that day. */
export function Header({ onLanguage, onHelp }: { onLanguage: () => void; onHelp: () => void }) {
  const { view } = usePane();
  const { text } = useText(paneText);
  const about = view.ledger ?? view.me;
  return (
    <header class="tz-header">
      <div class="tz-brand">
        <h1 tabIndex={-1}>
          {text.product}
          {about?.unit && <span class="tz-unit">{about.unit.name}</span>}
        </h1>
        <span class="tz-tools">
          <Button small look="subtle" onClick={onHelp}>
            {text.actions.help}
          </Button>
          <Button small look="subtle" onClick={onLanguage} label={text.languageLabel}>
            {text.language}
          </Button>
        </span>
      </div>
      {view.ledger && <p class="tz-list">{view.ledger.list.title}</p>}
      {about && (
        <p class="tz-date">
          {about.demo ? <span class="tz-demo">{text.demoDate}</span> : <span>{text.today}</span>}
          <time dateTime={about.today}>{about.today}</time>
        </p>
      )}
    </header>
  );
}
