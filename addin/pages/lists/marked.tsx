import { useText } from '../../controls/useText.ts';
import type { MarkKind, Segment } from './model/segments.ts';
import { listsText } from './text.ts';

/** Printed words with what was read in them marked in place. The words are Chinese whatever the page speaks. */
export function Marked({ segments }: { segments: readonly Segment[] }) {
  const { text } = useText(listsText);
  return (
    <span lang="zh-Hans">
      {segments.map(({ text: words, kinds }, index) =>
        kinds.length === 0 ? (
          words
        ) : (
          <mark key={index} class={kinds.join(' ')} title={kinds.map((kind) => text.marks[kind]).join(' · ')}>
            {words}
          </mark>
        ),
      )}
    </span>
  );
}

const kinds: readonly MarkKind[] = [
  'deadline',
  'timeWords',
  'quantity',
  'openQuantity',
  'unit',
  'unknownUnit',
];

/** What the marks mean. */
export function Legend() {
  const { text } = useText(listsText);
  return (
    <p class="legend">
      {kinds.map((kind) => (
        <mark key={kind} class={kind}>
          {text.marks[kind]}
        </mark>
      ))}
    </p>
  );
}
