import { useState } from 'preact/hooks';
import { useText } from '../../controls/useText.ts';
import type { When } from './model/choices.ts';
import type { UndatedDecision } from './model/decisions.ts';
import { Places } from './places.tsx';
import { listsText } from './text.ts';
import { UndatedChoice } from './undatedChoice.tsx';
import { WhenPicker } from './whenPicker.tsx';

interface UndatedGroupProps {
  decisions: readonly UndatedDecision[];
  year: number;
  onChoose: (chosen: readonly (readonly [name: string, when: When | null])[]) => void;
  onPlace: (place: string) => void;
}

/** Arrangements with the same words for a time: one answer for all of them, or each by itself. */
export function UndatedGroup({ decisions, year, onChoose, onPlace }: UndatedGroupProps) {
  const { text } = useText(listsText);
  const [first, ...others] = decisions as [UndatedDecision, ...UndatedDecision[]];
  const isOne = others.every(({ when }) => JSON.stringify(when) === JSON.stringify(first.when));
  const [open, setOpen] = useState(!isOne);
  return (
    <fieldset class="decision">
      <legend>
        <b lang="zh-Hans">“{first.words.at(-1)}”</b> {text.decisions.undatedAlike(decisions.length)}
      </legend>
      <div class="when">
        <WhenPicker
          // Where single ones were decided apart, what all of them have is another.
          key={JSON.stringify(isOne ? first.when?.kind : null)}
          when={isOne ? first.when : null}
          year={year}
          onChoose={(when) => onChoose(decisions.map(({ name }) => [name, when] as const))}
        />
      </div>
      <Places places={decisions.map(({ place }) => place)} onPlace={onPlace} />
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.decisions.undatedApart}</summary>
        {open &&
          decisions.map((decision) => (
            <UndatedChoice
              key={`${decision.name} ${JSON.stringify(decision.when)}`}
              decision={decision}
              year={year}
              onChoose={(when) => onChoose([[decision.name, when]])}
              onPlace={onPlace}
            />
          ))}
      </details>
    </fieldset>
  );
}
