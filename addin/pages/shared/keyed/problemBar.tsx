import { type ApiProblem, asProblem } from '../../../api/problem.ts';
import { Button } from '../../../controls/button.tsx';
import { MessageBar } from '../../../controls/messageBar.ts';
import { useText } from '../../../controls/useText.ts';
import type { Language } from '../../../text/language.ts';
import { keyedText } from './text.ts';

interface ProblemBarProps {
  problem: unknown;
  again?: (() => void) | undefined;
  /** What trying again is called, where it is something else. */
  againName?: string;
}

/** What went wrong, in the server's own sentences, with a way on. */
export function ProblemBar({ problem, again, againName }: ProblemBarProps) {
  const { text, language } = useText(keyedText);
  const shown = asProblem(problem);
  const sentence = sentenceOf(shown, language, text);
  const more = shown.where.map((place) => place[language]).filter((words) => !sentence.includes(words));
  return (
    <div class="problem" role="alert">
      <MessageBar intent="error" layout="singleline">
        {sentence}
        {more.length > 0 && (
          <ul>
            {more.map((words, index) => (
              <li key={index}>{words}</li>
            ))}
          </ul>
        )}
      </MessageBar>
      {again && <Button onClick={again}>{againName ?? text.again}</Button>}
    </div>
  );
}

function sentenceOf(problem: ApiProblem, language: Language, text: (typeof keyedText)[Language]): string {
  if (problem.messages) return problem.messages[language];
  if (problem.offline) return text.offline;
  return problem.code === 'bad-answer' ? text.badAnswer : problem.message;
}
