import { Option } from '../../controls/option.tsx';
import { useText } from '../../controls/useText.ts';
import type { MatchDecision } from './model/decisions.ts';
import { PlaceLink } from './places.tsx';
import { listsText } from './text.ts';
import { WordChange } from './wordChange.tsx';

interface MatchChoiceProps {
  decision: MatchDecision;
  onChoose: (code: string | null) => void;
  onPlace: (place: string) => void;
}

/** Which stored arrangement a new one is, or none of them; each beside what differs and what hangs on it. */
export function MatchChoice({ decision, onChoose, onPlace }: MatchChoiceProps) {
  const { text } = useText(listsText);
  const { place, candidates, chosen, taken } = decision;
  const name = `match-${place}`;
  return (
    <fieldset class="decision">
      <legend>
        <span class="code">{place}</span> <span lang="zh-Hans">{decision.text}</span>
      </legend>
      {candidates.map((candidate) => {
        const other = taken.get(candidate.code);
        const hangs = text.hangs(candidate.hangs) || text.nothingHangs;
        return (
          <Option
            key={candidate.code}
            choice={name}
            checked={chosen === candidate.code}
            disabled={other !== undefined}
            onChange={() => onChoose(candidate.code)}
          >
            <b>{candidate.code}</b> <WordChange before={candidate.text} after={decision.text} />
            <small>
              {[
                text.decisions.similarity(candidate.similarity),
                hangs,
                ...(candidate.place === null ? [text.decisions.retired] : []),
                ...(other === undefined ? [] : [text.decisions.taken(other)]),
              ].join(' · ')}
            </small>
          </Option>
        );
      })}
      <Option choice={name} checked={chosen === null} onChange={() => onChoose(null)}>
        <b>{text.decisions.isNew}</b>
      </Option>
      <PlaceLink place={place} onPlace={onPlace} />
    </fieldset>
  );
}
