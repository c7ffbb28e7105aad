import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { listsText } from './text.ts';

/** The way to the sentence at a place. */
export function PlaceLink({ place, onPlace }: { place: string; onPlace: (place: string) => void }) {
  const { text } = useText(listsText);
  return <LinkButton onClick={() => onPlace(place)}>{text.decisions.sentence(place)}</LinkButton>;
}

/** Ways to the sentences that a decision speaks of; the first of many. */
export function Places({ places, onPlace }: { places: readonly string[]; onPlace: (place: string) => void }) {
  return (
    <p class="places">
      {places.slice(0, 12).map((place) => (
        <PlaceLink key={place} place={place} onPlace={onPlace} />
      ))}
    </p>
  );
}
