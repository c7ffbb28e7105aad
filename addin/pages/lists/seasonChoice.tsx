import { useText } from '../../controls/useText.ts';
import type { SeasonDecision } from './model/decisions.ts';
import { Places } from './places.tsx';
import { listsText } from './text.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

interface SeasonChoiceProps {
  decision: SeasonDecision;
  onChoose: (months: number[]) => void;
  onPlace: (place: string) => void;
}

/** The months of a season that the text names. */
export function SeasonChoice({ decision, onChoose, onPlace }: SeasonChoiceProps) {
  const { text } = useText(listsText);
  const { season, places } = decision;
  return (
    <fieldset class="decision">
      <legend>{text.decisions.seasonOf(season)}</legend>
      <div class="months">
        {months.map((month) => (
          <label key={month} class="month">
            <input
              type="checkbox"
              checked={decision.months.includes(month)}
              onChange={(event) =>
                onChoose(
                  months.filter((other) =>
                    other === month ? event.currentTarget.checked : decision.months.includes(other),
                  ),
                )
              }
            />
            <span>{text.decisions.month(month)}</span>
          </label>
        ))}
      </div>
      <Places places={places} onPlace={onPlace} />
    </fieldset>
  );
}
