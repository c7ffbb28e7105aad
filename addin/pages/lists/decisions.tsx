import { useState } from 'preact/hooks';
import type { Roster } from '../../../shared/roster/roster.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { AssignedChoice } from './assignedChoice.tsx';
import { DeadlineChoice } from './deadlineChoice.tsx';
import { MatchChoice } from './matchChoice.tsx';
import { choose, type Choices } from './model/choices.ts';
import type { AssignedDecision, Decisions } from './model/decisions.ts';
import { pageOf } from './model/pages.ts';
import { usePageSize } from './usePageSize.ts';
import { Pager } from './pager.tsx';
import { QuantityChoice } from './quantityChoice.tsx';
import { SeasonChoice } from './seasonChoice.tsx';
import { listsText } from './text.ts';
import { undatedByWords } from './model/undatedByWords.ts';
import { UndatedChoice } from './undatedChoice.tsx';
import { UndatedGroup } from './undatedGroup.tsx';

interface DecisionsPanelProps {
  decisions: Decisions;
  year: number;
  roster: Roster | null;
  choices: Choices;
  onChoices: (choices: Choices) => void;
  onPlace: (place: string) => void;
}

/** What the text leaves to a person: what must be decided first, what may stay open, and what is matched for sure. */
export function DecisionsPanel({
  decisions,
  year,
  roster,
  choices,
  onChoices,
  onPlace,
}: DecisionsPanelProps) {
  const { text } = useText(listsText);
  const { matches, seasons, undated, sure, assigned, deadlines, quantities } = decisions;
  const set = <Kind extends keyof Choices>(
    kind: Kind,
    name: string,
    value: Choices[Kind][string] | undefined,
  ): void => onChoices(choose(choices, kind, name, value));
  const ofRows = assigned.filter(({ row, decided }) => row.length > 0 && decided === undefined);
  const first = matches.length > 0;
  const later = [seasons, undated, assigned, deadlines, quantities].some(({ length }) => length > 0);
  if (!first && !later && sure.length === 0) return <p class="quiet">{text.decisions.none}</p>;
  return (
    <>
      {first && (
        <section class="decisions" aria-label={text.decisions.required}>
          <h3>{text.decisions.required}</h3>
          <p class="quiet">{text.decisions.requiredHint}</p>
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
          {assigned.length > 0 && (
            <>
              <h4>{text.decisions.assigned}</h4>
              {ofRows.length > 1 && (
                <p>
                  <Button
                    onClick={() =>
                      onChoices(ofRows.reduce((next, one) => assign(next, one, one.row), choices))
                    }
                  >
                    {text.decisions.allOfRows(ofRows.length)}
                  </Button>
                </p>
              )}
              <Paged items={assigned} size={20}>
                {(decision) => (
                  <AssignedChoice
                    key={decision.places.join()}
                    decision={decision}
                    roster={roster}
                    onChoose={(names) => onChoices(assign(choices, decision, names))}
                    onPlace={onPlace}
                  />
                )}
              </Paged>
            </>
          )}
          {deadlines.length > 0 && (
            <>
              <h4>{text.decisions.deadlines}</h4>
              <Paged items={deadlines} size={20}>
                {(decision) => (
                  <DeadlineChoice
                    key={decision.place}
                    decision={decision}
                    onChoose={(holds) => set('deadlines', decision.place, holds)}
                    onPlace={onPlace}
                  />
                )}
              </Paged>
            </>
          )}
          {quantities.length > 0 && (
            <>
              <h4>{text.decisions.quantities}</h4>
              <Paged items={quantities} size={20}>
                {(decision) => (
                  <QuantityChoice
                    key={decision.name}
                    decision={decision}
                    onChoose={(target) => set('quantities', decision.name, target)}
                    onPlace={onPlace}
                  />
                )}
              </Paged>
            </>
          )}
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
              <Paged items={undatedByWords(undated)} size={40}>
                {(group) =>
                  group.length > 1 ? (
                    <UndatedGroup
                      key={group[0]!.name}
                      decisions={group}
                      year={year}
                      onChoose={(chosen) =>
                        onChoices(
                          chosen.reduce(
                            (next, [name, when]) => choose(next, 'schedules', name, when),
                            choices,
                          ),
                        )
                      }
                      onPlace={onPlace}
                    />
                  ) : (
                    <UndatedChoice
                      key={group[0]!.name}
                      decision={group[0]!}
                      year={year}
                      onChoose={(when) => set('schedules', group[0]!.name, when)}
                      onPlace={onPlace}
                    />
                  )
                }
              </Paged>
            </>
          )}
        </section>
      )}
      {sure.length > 0 && (
        <section class="decisions" aria-label={text.decisions.matched}>
          <h3>{text.decisions.matched}</h3>
          <details>
            <summary>{text.decisions.matchedHint(sure.length)}</summary>
            <Paged items={sure} size={20}>
              {(decision) => (
                <MatchChoice
                  key={decision.place}
                  decision={decision}
                  onChoose={(code) => set('matches', decision.place, code === null ? null : undefined)}
                  onPlace={onPlace}
                />
              )}
            </Paged>
          </details>
        </section>
      )}
    </>
  );
}

/** Chooses whose arrangements that are decided as one are. */
function assign(choices: Choices, { places }: AssignedDecision, names: readonly string[] | 'open'): Choices {
  return places.reduce((next, place) => choose(next, 'assigned', place, names), choices);
}

interface PagedProps<T> {
  items: readonly T[];
  size: number;
  children: (item: T) => preact.ComponentChildren;
}

/** One page of many decisions at a time. */
function Paged<T>({ items, size, children }: PagedProps<T>) {
  const [page, setPage] = useState(0);
  const seen = pageOf(items, usePageSize(size), page);
  return (
    <>
      {seen.items.map(children)}
      <Pager of={seen} onPage={setPage} />
    </>
  );
}
