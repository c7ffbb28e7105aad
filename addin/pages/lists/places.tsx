import { useText } from '../../controls/useText.ts';
import { listsText } from './text.ts';

/** Ways to the sentences that a decision speaks of; the first of many. */
export function Places({ places, onPlace }: { places: readonly string[]; onPlace: (place: string) => void }) {
  const { text } = useText(listsText);
  return (
    <p class="places">
      {places.slice(0, 12).map((place) => (
        <button key={place} type="button" class="link" onClick={() => onPlace(place)}>
          {text.decisions.sentence(place)}
        </button>
      ))}
    </p>
  );
}
