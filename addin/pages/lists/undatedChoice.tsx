import { useText } from '../../controls/useText.ts';
import type { When } from './model/choices.ts';
import type { UndatedDecision } from './model/decisions.ts';
import { PlaceLink } from './places.tsx';
import { listsText } from './text.ts';
import { WhenPicker } from './whenPicker.tsx';

interface UndatedChoiceProps {
  decision: UndatedDecision;
  year: number;
  onChoose: (when: When | null) => void;
  onPlace: (place: string) => void;
}

/** A date, a window or a cadence for an arrangement that prints none, or none at all. */
export function UndatedChoice({ decision, year, onChoose, onPlace }: UndatedChoiceProps) {
  const { text } = useText(listsText);
  const { place, words, when } = decision;
  return (
    <fieldset class="decision">
      <legend>
        <span class="code">{place}</span> <span lang="zh-Hans">{decision.text}</span>
      </legend>
      {words.length > 0 && <p class="quiet">{text.decisions.undatedWords(words.join('、'))}</p>}
      <div class="when">
        <WhenPicker when={when} year={year} onChoose={onChoose} />
        <PlaceLink place={place} onPlace={onPlace} />
      </div>
    </fieldset>
  );
}
