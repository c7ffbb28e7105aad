import { useText } from '../../controls/useText.ts';
import { reviewText } from './text.ts';

type KeyName = keyof typeof reviewText.zh.keyNames;

const shown: readonly [keys: readonly string[], name: KeyName][] = [
  [['J', '↓'], 'next'],
  [['K', '↑'], 'previous'],
  [['A'], 'accept'],
  [['R'], 'return'],
  [['E'], 'extend'],
  [['X'], 'select'],
  [['Esc'], 'unselect'],
  [['O', 'Enter'], 'open'],
  [['?'], 'help'],
];

/** What each key does. */
export function KeysHelp() {
  const { text } = useText(reviewText);
  return (
    <section class="card keys no-print" aria-label={text.keys}>
      <dl>
        {shown.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text.keyNames[name]}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{text.keysTyping}</p>
    </section>
  );
}
