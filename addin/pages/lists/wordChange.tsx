import { useMemo } from 'preact/hooks';
import { changedWords } from './model/words.ts';

/** A printed text with what was taken out and put in marked in place. */
export function WordChange({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => changedWords(before, after), [before, after]);
  return (
    <span lang="zh-Hans">
      {parts.map(({ text, kind }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'before' ? (
          <del key={index}>{text}</del>
        ) : (
          <ins key={index}>{text}</ins>
        ),
      )}
    </span>
  );
}
