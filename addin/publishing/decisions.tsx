import { useState } from 'preact/hooks';
import type { Roster } from '../../shared/roster/roster.ts';
import { MatchChoice } from './matchChoice.tsx';
import { choose, type Choices } from './model/choices.ts';
import type { Decisions } from './model/decisions.ts';
import { pageOf } from './model/pages.ts';
import { Pager } from './pager.tsx';
import { SeasonChoice } from './seasonChoice.tsx';
import { useText } from './text/text.ts';
import { UndatedChoice } from './undatedChoice.tsx';
import { UnitChoice } from './unitChoice.tsx';

interface DecisionsPanelProps {
  decisions: Decisions;
  year: number;
  roster: Roster | null;
  choices: Choices;
  onChoices: (choices: Choices) => void;
  onPlace: (place: string) => void;
}

/** What the text leaves to a person: what must be decided first, then what may stay open. */
export function DecisionsPanel({
  decisions,
  year,
  roster,
  choices,
  onChoices,
  onPlace,
}: DecisionsPanelProps) {
  const { text } = useText();
  const { matches, units, seasons, undated } = decisions;
  const set = <Kind extends keyof Choices>(
    kind: Kind,
    name: string,
    value: Choices[Kind][string] | undefined,
  ): void => onChoices(choose(choices, kind, name, value));
  const first = matches.length + units.length > 0;
  const later = seasons.length + undated.length > 0;
  if (!first && !later) return <p class="quiet">{text.decisions.none}</p>;
  return (
    <>
      {first && (
        <section class="decisions" aria-label={text.decisions.required}>
          <h3>{text.decisions.required}</h3>
          <p class="quiet">{text.decisions.requiredHint}</p>
          {units.length > 0 && (
            <>
              <h4>{text.decisions.units}</h4>
              <p class="quiet">{text.decisions.unitHint}</p>
              {units.map((decision) => (
                <UnitChoice
                  key={decision.name}
                  decision={decision}
                  roster={roster}
                  onChoose={(meant) => set('units', decision.name, meant)}
                />
              ))}
            </>
          )}
          {matches.length > 0 && (
            <>
              <h4>{text.decisions.matches}</h4>
              <p class="quiet">{text.decisions.matchHint}</p>
              <Paged items={matches} size={20}>
                {(decision) => (
                  <MatchChoice
                    key={decision.place}
                    decision={decision}
                    onChoose={(code) => set('matches', decision.place, code)}
                    onPlace={onPlace}
                  />
                )}
              </Paged>
            </>
          )}
        </section>
      )}
      {later && (
        <section class="decisions" aria-label={text.decisions.optional}>
          <h3>{text.decisions.optional}</h3>
          <p class="quiet">{text.decisions.optionalHint}</p>
          {seasons.length > 0 && <h4>{text.decisions.seasons}</h4>}
          {seasons.map((decision) => (
            <SeasonChoice
              key={decision.season}
              decision={decision}
              onChoose={(months) => set('seasons', decision.season, months)}
              onPlace={onPlace}
            />
          ))}
          {undated.length > 0 && (
            <>
              <h4>{text.decisions.undated}</h4>
              <Paged items={undated} size={40}>
                {(decision) => (
                  <UndatedChoice
                    key={decision.name}
                    decision={decision}
                    year={year}
                    onChoose={(when) => set('schedules', decision.name, when)}
                    onPlace={onPlace}
                  />
                )}
              </Paged>
            </>
          )}
        </section>
      )}
    </>
  );
}

interface PagedProps<T> {
  items: readonly T[];
  size: number;
  children: (item: T) => preact.ComponentChildren;
}

/** One page of many decisions at a time. */
function Paged<T>({ items, size, children }: PagedProps<T>) {
  const [page, setPage] = useState(0);
  const seen = pageOf(items, size, page);
  return (
    <>
      {seen.items.map(children)}
      <Pager of={seen} onPage={setPage} />
    </>
  );
}
