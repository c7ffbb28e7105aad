import { useId, useState } from 'preact/hooks';
import { Option } from '../../controls/option.tsx';
import { useText } from '../../controls/useText.ts';
import type { QuantityDecision } from './model/decisions.ts';
import { Places } from './places.tsx';
import { listsText } from './text.ts';

const most = 1_000_000_000;

interface QuantityChoiceProps {
  decision: QuantityDecision;
  onChoose: (target: number | 'none' | 'open') => void;
  onPlace: (place: string) => void;
}

/** Whether a quantity that is not exact is a target, and which. */
export function QuantityChoice({ decision, onChoose, onPlace }: QuantityChoiceProps) {
  const { text } = useText(listsText);
  const { name, place, quantity, target } = decision;
  const [isTarget, setIsTarget] = useState(typeof target === 'number');
  const [digits, setDigits] = useState(String(target ?? quantity.value ?? ''));
  const own = useId();
  const decide = (next: string): void => {
    setIsTarget(true);
    setDigits(next);
    onChoose(numberOf(next) ?? 'open');
  };
  const set = (chosen: 'none' | 'open'): void => {
    setIsTarget(false);
    onChoose(chosen);
  };
  const option = (label: string, isChosen: boolean, act: () => void) => (
    <Option choice={`quantity-${name}`} checked={isChosen} onChange={act}>
      {label}
    </Option>
  );
  return (
    <fieldset class="decision">
      <legend>
        <span class="code">{place}</span> <span lang="zh-Hans">{decision.text}</span>
      </legend>
      <p>
        {text.decisions.inexact} <mark class="quantity">{quantity.source.text}</mark>
      </p>
      {option(text.decisions.asTarget, isTarget, () => decide(digits))}
      {isTarget && (
        <div class="when target">
          <label for={own}>{text.decisions.target(quantity.label)}</label>
          <input
            id={own}
            inputMode="numeric"
            size={8}
            value={digits}
            onInput={(event) => decide(event.currentTarget.value)}
          />
          <span>{quantity.unitOfMeasure}</span>
          {numberOf(digits) === null && (
            <span class="late" role="status">
              {text.decisions.numberMissing}
            </span>
          )}
        </div>
      )}
      {option(text.decisions.noTarget, !isTarget && target === null, () => set('none'))}
      {option(text.decisions.openTarget, !isTarget && target === undefined, () => set('open'))}
      <Places places={[place]} onPlace={onPlace} />
    </fieldset>
  );
}

/** A whole number that a target can be; `null` where none is typed. */
function numberOf(digits: string): number | null {
  const typed = digits.normalize('NFKC').trim();
  return /^\d{1,10}$/u.test(typed) && Number(typed) <= most ? Number(typed) : null;
}
