import {
  dueWords,
  lightWords,
  returnWords,
  reviewWords,
} from '../../../../shared/obligations/reviewWords.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import { useText } from '../../../controls/useText.ts';
import { texts } from '../../../text/texts.ts';
import './decided.css';

const decidedText = texts(
  { due: (on: string) => `${on} 到期`, wasReturned: (reason: string) => `上次退回：${reason}` },
  { due: (on) => `due ${on}`, wasReturned: (reason) => `Returned before: ${reason}` },
);

/** When an obligation falls due, both dates where there are two, and its light. */
export function DueWords({ item }: { item: ObligationItem }) {
  const { text, language } = useText(decidedText);
  const { due, light, dueOriginal, movedFrom } = item;
  if (due === null) return null;
  const isPlain = dueOriginal === null && movedFrom === null;
  const words = lightWords(light, item.review?.state === 'returned', language);
  return (
    <>
      {isPlain ? <span class="due-day">{text.due(due)}</span> : text.due(dueWords(item, language)!)}
      {light !== null && <span class={`light light-${light}`}>{words}</span>}
    </>
  );
}

interface ReviewedProps {
  item: ObligationItem;
  contact: string;
  today: string;
}

/** Why an obligation was returned, by whom, by when it is to be submitted again, and whom to ask. */
export function Reviewed({ item: { review }, contact, today }: ReviewedProps) {
  const { text, language } = useText(decidedText);
  if (review?.resubmitted === true && review.reason !== null)
    return (
      <span class="review-words">
        <span class="tag">{reviewWords(review, language)}</span> {text.wasReturned(review.reason)}
      </span>
    );
  if (review?.state !== 'returned') return null;
  const { returned, reason, answer, ask } = returnWords(review, contact, today, language);
  return (
    <span class="review-words">
      <span class="quiet">{returned}</span>
      {reason !== null && <q>{reason}</q>}
      <span class="quiet">{[answer, ask].filter(Boolean).join(language === 'zh' ? '' : ' ')}</span>
    </span>
  );
}
