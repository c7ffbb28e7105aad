import type { ActKind } from '../../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import { Button } from '../../../controls/button.tsx';
import { useText } from '../../../controls/useText.ts';
import './acts.css';
import { offered } from './offered.ts';
import { actsText } from './text.ts';

interface ActButtonsProps {
  /** What they act on, or of a whole filter what is known of it. */
  items: readonly ObligationItem[];
  today: string;
  /** Whether the key may act at all. */
  offers: boolean;
  /** Whether the page's keys are named beside the acts. */
  keys?: boolean;
  /** Opens the page of the one that is acted on. */
  onOpen?: () => void;
  onAct: (act: ActKind) => void;
}

const keyOf: Partial<Record<ActKind, string>> = { accept: 'A', return: 'R', extend: 'E' };

/** The acts that make sense for these, each a button; accepting comes first. */
export function ActButtons({ items, today, offers, keys = false, onOpen, onAct }: ActButtonsProps) {
  const { text } = useText(actsText);
  const acts = offers ? offered(items, today) : [];
  return (
    <div class="act-row">
      {acts.map((act) => (
        <Button key={act} small look={act === 'accept' ? 'primary' : 'outline'} onClick={() => onAct(act)}>
          {text.acts[act]}
          {keys && keyOf[act] && <kbd aria-hidden="true">{keyOf[act]}</kbd>}
        </Button>
      ))}
      {onOpen && (
        <Button small look="subtle" onClick={onOpen}>
          {text.open}
          {keys && <kbd aria-hidden="true">O</kbd>}
        </Button>
      )}
    </div>
  );
}
