import type { ComponentChildren, FunctionComponent, HTMLAttributes } from 'preact';
import { type ApiProblem, asProblem } from '../../../api/problem.ts';
import { useFrameText } from './language.ts';

/** Fluent's components as Preact writes them. Roles stand as attributes too: not every reader sees element internals. */
function element<Own>(tag: string) {
  return tag as unknown as FunctionComponent<Omit<HTMLAttributes<HTMLElement>, keyof Own> & Own>;
}
const FluentButton = element<{ appearance: string; size: string; type: string; disabled: boolean }>(
  'fluent-button',
);
const FluentMessageBar = element<{ intent: string; layout: string }>('fluent-message-bar');
const FluentTextInput = element<{ value: string; placeholder: string; autocomplete: string }>(
  'fluent-text-input',
);
const FluentTabList = element<{ activeid: string; appearance: string }>('fluent-tablist');
const FluentTab = element<Record<never, never>>('fluent-tab');

export function Button(props: {
  children: ComponentChildren;
  onClick: () => void;
  look?: 'primary' | 'subtle';
  disabled?: boolean;
}) {
  return (
    <FluentButton
      role="button"
      type="button"
      size="medium"
      appearance={props.look ?? 'outline'}
      disabled={props.disabled ?? false}
      aria-disabled={props.disabled ?? false}
      onClick={() => {
        if (!props.disabled) props.onClick();
      }}
    >
      {props.children}
    </FluentButton>
  );
}

export function KeyInput(props: {
  value: string;
  label: string;
  onInput: (text: string) => void;
  onEnter: () => void;
}) {
  return (
    <FluentTextInput
      class="key-input"
      value={props.value}
      placeholder="tz_…"
      autocomplete="off"
      onInput={(event) => props.onInput((event.currentTarget as HTMLInputElement).value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) props.onEnter();
      }}
    >
      {props.label}
    </FluentTextInput>
  );
}

export function Tabs<Id extends string>(props: {
  label: string;
  active: Id;
  tabs: readonly { id: Id; name: string }[];
  onChange: (id: Id) => void;
}) {
  return (
    <FluentTabList
      role="tablist"
      aria-label={props.label}
      appearance="subtle"
      activeid={props.active}
      onChange={(event) => {
        const { activeid } = event.currentTarget as HTMLElement & { activeid: string };
        const chosen = props.tabs.find((tab) => tab.id === activeid);
        if (chosen && chosen.id !== props.active) props.onChange(chosen.id);
      }}
    >
      {props.tabs.map((tab) => (
        <FluentTab key={tab.id} id={tab.id} role="tab">
          {tab.name}
        </FluentTab>
      ))}
    </FluentTabList>
  );
}

/** Something is being read. */
export function Loading() {
  return <p class="quiet">{useFrameText().text.loading}</p>;
}

interface ProblemBarProps {
  problem: unknown;
  again?: (() => void) | undefined;
  /** What trying again is called, where it is something else. */
  againName?: string;
}

/** What went wrong, in the server's own sentences, with a way on. */
export function ProblemBar({ problem, again, againName }: ProblemBarProps) {
  const { text, language } = useFrameText();
  const shown = asProblem(problem);
  const sentence = sentenceOf(shown, language, text);
  const more = shown.where.map((place) => place[language]).filter((words) => !sentence.includes(words));
  return (
    <div class="problem" role="alert">
      <FluentMessageBar intent="error" layout="multiline">
        {sentence}
        {more.length > 0 && (
          <ul>
            {more.map((words, index) => (
              <li key={index}>{words}</li>
            ))}
          </ul>
        )}
      </FluentMessageBar>
      {again && <Button onClick={again}>{againName ?? text.again}</Button>}
    </div>
  );
}

function sentenceOf(
  problem: ApiProblem,
  language: 'zh' | 'en',
  text: { offline: string; badAnswer: string },
): string {
  if (problem.messages) return problem.messages[language];
  if (problem.offline) return text.offline;
  return problem.code === 'bad-answer' ? text.badAnswer : problem.message;
}
