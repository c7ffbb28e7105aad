import { dueWords, lightNames, lightWords, reviewWords } from '../../../../shared/obligations/reviewWords.ts';
import { punctualityNames, stateNames } from '../../../../shared/obligations/stateNames.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import { useText } from '../../../controls/useText.ts';
import './standing.css';
import { standingText } from './standingText.ts';

/** The light of an obligation: a spot with its name, since a colour alone tells some people nothing. */
export function LightSpot({ item: { light, review } }: { item: ObligationItem }) {
  const { language } = useText(standingText);
  if (light === null) return null;
  const words = lightWords(light, review?.state === 'returned', language) ?? '';
  return (
    <span class={`light ${light}`} title={words}>
      <i aria-hidden="true" />
      {lightNames[light][language]}
    </span>
  );
}

/** How an obligation stands, in tags: state, review, punctuality, drafts. */
export function Standing({ item }: { item: ObligationItem }) {
  const { text, language } = useText(standingText);
  const { state, review, punctuality, drafts } = item;
  const late = punctuality !== null && punctuality !== 'onTime';
  return (
    <>
      <LightSpot item={item} />
      <span class={`tag ${state === 'fulfilled' ? 'good' : state === 'overdue' ? 'bad' : ''}`}>
        {stateNames[state][language]}
      </span>
      {review && (
        <span class={`tag review-${review.resubmitted ? 'resubmitted' : review.state}`}>
          {reviewWords(review, language)}
        </span>
      )}
      {late && <span class="tag late">{punctualityNames[punctuality][language]}</span>}
      {drafts > 0 && <span class="tag late">{text.drafts(drafts)}</span>}
    </>
  );
}

/** Both due dates of an obligation; 未定时限 where it has none. */
export function DueLine({ item }: { item: ObligationItem }) {
  const { text, language } = useText(standingText);
  const words = dueWords(item, language);
  return <span class="due-line">{words === null ? text.undated : text.due(words)}</span>;
}

/** What the bureau has decided of it, in sentences; nothing where it has decided nothing. */
export function Decided({ item }: { item: ObligationItem }) {
  const { text } = useText(standingText);
  const { review, declared, unlockedUntil, extension } = item;
  const back = review !== null && review.state !== 'accepted' && review.returnedOn !== null ? review : null;
  return (
    <>
      {back && (
        <span class="decided">
          <b>{text.returned(back.returnedOn ?? '', back.returnedBy)}</b>
          {back.reason}
          {back.state === 'returned' && back.answerBy && (
            <span class="quiet"> {text.answerBy(back.answerBy)}</span>
          )}
        </span>
      )}
      {extension && <span class="decided">{text.extended(extension.document, extension.reason)}</span>}
      {declared !== null && <span class="decided">{text.declared(declared)}</span>}
      {unlockedUntil !== null && <span class="decided">{text.unlocked(unlockedUntil)}</span>}
    </>
  );
}
