import { dueWords, returnWords, reviewWords } from '../../shared/obligations/reviewWords.ts';
import { isLocked } from '../../shared/obligations/lock.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { useText } from '../controls/useText.ts';
import { lightOfRow, rowLightWords } from '../flows/lightOfRow.ts';
import type { Ledger } from '../flows/ledger.ts';
import './decided.css';
import { paneText } from './text.ts';

interface DecidedProps {
  row: SheetRow;
  ledger: Ledger;
}

/** How the bureau has reviewed a row: why it was returned and what to do, or what it means that it was accepted. */
export function Reviewed({ row, ledger }: DecidedProps) {
  const { text, language } = useText(paneText);
  const { review } = row;
  if (!review) return null;
  const { state, resubmitted, reason } = review;
  return (
    <>
      <p class="tz-review">
        <span class={`tz-tag tz-tag-${state}`}>{reviewWords(review, language)}</span>
        {state === 'accepted' && text.card.accepted}
        {state === 'toAccept' && resubmitted && reason !== null && text.card.lastReturn(reason)}
      </p>
      {state === 'returned' && <Returned row={row} ledger={ledger} />}
    </>
  );
}

/** Why a row was returned and by whom, by when it is to be answered, and whom to ask. */
export function Returned({ row: { review }, ledger: { contact, today } }: DecidedProps) {
  const { language } = useText(paneText);
  if (!review) return null;
  const { returned, reason, answer, ask } = returnWords(review, contact, today, language);
  return (
    <p class="tz-returned">
      <span>{returned}</span>
      {reason !== null && <q>{reason}</q>}
      {[answer, ask].map((words) => words && <span key={words}>{words}</span>)}
    </p>
  );
}

/** Both due dates where there are two, until when it is unlocked, that nothing of the kind is there, and the light. */
export function Dates({ row, ledger }: DecidedProps) {
  const { text, language } = useText(paneText);
  const { dueOriginal, movedFrom, extension, unlockedUntil, declared } = row;
  const light = lightOfRow(row, ledger);
  const lockOn = row.lock;
  const isUnlocked =
    isLocked({ lockOn, unlockedUntil: null }, ledger.today) &&
    !isLocked({ lockOn, unlockedUntil }, ledger.today);
  const lines = [
    ...(dueOriginal !== null || movedFrom !== null ? [text.card.dates(dueWords(row, language) ?? '')] : []),
    ...(extension?.reason ? [text.card.extension(extension.reason)] : []),
    ...(isUnlocked ? [text.card.unlocked(unlockedUntil!)] : []),
    ...(declared === null ? [] : [text.card.declared(declared)]),
  ];
  return (
    <>
      {lines.map((line) => (
        <p class="tz-hint" key={line}>
          {line}
        </p>
      ))}
      {light !== null && (
        <p class={`tz-hint tz-light tz-light-${light}`}>{rowLightWords(row, ledger, language)}</p>
      )}
    </>
  );
}
