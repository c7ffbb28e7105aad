import type { MatchDecision } from './model/decisions.ts';
import { useText } from '../../controls/useText.ts';
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
          <label key={candidate.code} class="option">
            <input
              type="radio"
              name={name}
              checked={chosen === candidate.code}
              disabled={other !== undefined}
              onChange={() => onChoose(candidate.code)}
            />
            <span>
              <b>{candidate.code}</b> <WordChange before={candidate.text} after={decision.text} />
              <small>
                {[
                  text.decisions.similarity(candidate.similarity),
                  hangs,
                  ...(candidate.place === null ? [text.decisions.retired] : []),
                  ...(other === undefined ? [] : [text.decisions.taken(other)]),
                ].join(' · ')}
              </small>
            </span>
          </label>
        );
      })}
      <label class="option">
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        <span>
          <b>{text.decisions.isNew}</b>
        </span>
      </label>
      <button type="button" class="link" onClick={() => onPlace(place)}>
        {text.decisions.sentence(place)}
      </button>
    </fieldset>
  );
}
