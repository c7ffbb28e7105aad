import type { ActKind } from '../../../shared/wire/act.ts';
import { actLimits } from '../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { ActButtons } from '../shared/acts/actButtons.tsx';
import { reviewText } from './text.ts';
import type { Selection } from './useSelection.ts';

interface SelectionBarProps {
  selection: Selection;
  shown: readonly ObligationItem[];
  /** How many the filter leaves; `null` while that is not known. */
  total: number | null;
  today: string;
  mayAct: boolean;
  helps: boolean;
  onHelp: () => void;
  onAct: (act: ActKind) => void;
}

/** How many there are, what is selected, and what can be done with it. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, shown, total, today, mayAct, helps, onHelp, onAct } = props;
  const { text } = useText(reviewText);
  const count = selection.keys.size;
  const any = selection.all || count > 0;
  return (
    <div class={`selection${any ? ' any' : ''}`}>
      <span role="status">
        {selection.all && total !== null
          ? text.selectedAll(total)
          : count > 0
            ? text.selected(count)
            : total !== null && total > 0 && text.shown(shown.length, total)}
      </span>
      {mayAct && shown.length > 0 && (
        <span class="selects no-print">
          {count < shown.length && !selection.all && (
            <LinkButton onClick={() => selection.set(shown.map(({ key }) => key))}>
              {text.selectShown(shown.length)}
            </LinkButton>
          )}
          {total !== null &&
            total > shown.length &&
            !selection.all &&
            (total > actLimits.obligations ? (
              <span class="quiet">{text.tooMany(actLimits.obligations)}</span>
            ) : (
              <LinkButton onClick={selection.takeAll}>{text.selectAll(total)}</LinkButton>
            ))}
          {any && <LinkButton onClick={selection.clear}>{text.unselect}</LinkButton>}
        </span>
      )}
      {any && (
        <ActButtons
          items={selection.all ? shown : shown.filter(({ key }) => selection.keys.has(key))}
          today={today}
          offers
          onAct={onAct}
        />
      )}
      <span class="help no-print">
        <Button small look="subtle" onClick={onHelp}>
          {helps ? text.keysClose : text.keysShow}
        </Button>
      </span>
    </div>
  );
}
