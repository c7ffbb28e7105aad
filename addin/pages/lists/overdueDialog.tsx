import type { ApiProblem } from '../../api/problem.ts';
import { useText } from '../../controls/useText.ts';
import { AskDialog } from './askDialog.tsx';
import { listsText } from './text.ts';

interface OverdueDialogProps {
  /** The refusal: it says how many obligations of which units would be overdue at once, arrangement by arrangement. */
  problem: ApiProblem;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks whether dates that have passed already are meant. */
export function OverdueDialog({ problem, onConfirm, onClose }: OverdueDialogProps) {
  const { text, language } = useText(listsText);
  return (
    <AskDialog
      heading={text.overdue.heading}
      confirm={text.overdue.confirm(problem.known ?? 0)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p class="late">{text.overdue.intro(problem.known ?? 0)}</p>
      <ul>
        {problem.where.map((place) => (
          <li key={place.zh}>{place[language]}</li>
        ))}
      </ul>
      <p class="quiet">{text.overdue.otherwise}</p>
    </AskDialog>
  );
}
