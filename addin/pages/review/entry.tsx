import { useEffect, useId, useRef } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { ActKind } from '../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { useText } from '../../controls/useText.ts';
import { Decided, DueLine, Standing } from '../shared/acts/standing.tsx';
import { actsText } from '../shared/acts/text.ts';
import { obligationAddress } from '../shared/desk/obligationAddress.ts';
import { reviewText } from './text.ts';

interface EntryProps {
  item: ObligationItem;
  current: boolean;
  /** `null`: the key may not act. */
  selected: boolean | null;
  /** What was done to it here. */
  acted: ActKind | undefined;
  onCurrent: () => void;
  onSelect: () => void;
  onOpen: () => void;
}

/** An obligation of a queue with what matters. The current one has the focus, and is where the keys act. */
export function Entry(props: EntryProps) {
  const { item, current, selected, acted, onCurrent, onSelect, onOpen } = props;
  const { text, language } = useText(reviewText);
  const { text: words } = useText(actsText);
  const self = useRef<HTMLLIElement>(null);
  const id = useId();
  useEffect(() => {
    // Who has gone elsewhere on the page is not called back.
    const on = document.activeElement;
    if (!current || self.current?.contains(on)) return;
    if (on === document.body || on?.closest('.queue')) self.current?.focus();
  }, [current]);
  const period = periodWords(item.period, language);
  const name = words.one(item.unit.name, item.arrangement, period);
  return (
    <li
      ref={self}
      class={`queued${current ? ' current' : ''}${acted ? ' acted' : ''}`}
      tabIndex={current ? 0 : -1}
      aria-current={current ? 'true' : undefined}
      onFocusCapture={onCurrent}
      onClick={onCurrent}
    >
      {selected !== null && (
        <input
          type="checkbox"
          class="no-print"
          aria-label={text.select(name)}
          checked={selected}
          onChange={onSelect}
        />
      )}
      <div class="queued-body">
        <p class="queued-head" id={`${id}-head`}>
          <b>{item.unit.name}</b>
          <span>{item.arrangement}</span>
          <span>{period}</span>
          <DueLine item={item} />
          <Standing item={item} />
          {acted && <span class="quiet">{text.acted(words.acts[acted])}</span>}
        </p>
        <a
          class="queued-sentence"
          href={obligationAddress(item.key)}
          id={`${id}-sentence`}
          aria-labelledby={`${id}-head ${id}-sentence`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onOpen();
          }}
        >
          {item.arrangementText}
        </a>
        <Decided item={item} />
      </div>
    </li>
  );
}
