import type { BulletinSentence } from '../../../shared/bulletin/content.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { Editable } from './editable.tsx';
import { Figures } from './figures.tsx';
import type { Editing } from './paper.tsx';
import { bulletinsText } from './text.ts';

interface SentenceProps {
  sentence: BulletinSentence;
  /** Names of units, by id. */
  units: ReadonlyMap<string, string>;
  editing: Editing | null;
}

/** A sentence with what stands beside it: what is behind its numbers, what was edited, what has changed since. */
export function Sentence({ sentence, units, editing }: SentenceProps) {
  const { text } = useText(bulletinsText);
  const words = text.editing;
  const { id, made, edited } = sentence;
  const said = edited ?? made;
  const isStale = editing?.stale.includes(id) ?? false;
  const former = editing?.moved?.sentences.get(id);
  const keep = (value: string | null, done: string) => editing!.save({ sentences: { [id]: value } }, done);
  return (
    <div class="beside">
      <div class={edited === null ? 'sentence' : 'sentence is-edited'}>
        <Editable
          name={said === '' ? made : said}
          value={said}
          empty={words.emptied}
          longest={2000}
          class="body-text"
          onSave={editing ? (value) => keep(value === made ? null : value, words.saved) : undefined}
        />
        {former !== undefined && (
          <p class="note no-print">
            <b class="new">{text.moved.mark}</b>
            {former !== null && (
              <>
                {text.moved.before}
                <del>{former}</del>
              </>
            )}
          </p>
        )}
        {editing && edited !== null && !isStale && (
          <div class="note no-print">
            <b>{words.edited}</b>
            <details>
              <summary>{words.made}</summary>
              {made}
            </details>
            <LinkButton
              label={words.takeBackOf(said)}
              onClick={() => editing.act(() => keep(null, words.takenBack))}
            >
              {words.takeBack}
            </LinkButton>
          </div>
        )}
        {editing && isStale && (
          <div class="note stale no-print" role="group" aria-label={words.stale}>
            <p>
              <b>{words.edited}</b>
              {words.stale}
            </p>
            <p class="fresh">{made}</p>
            <Actions>
              <Button small onClick={() => editing.act(() => keep(null, words.takenBack))}>
                {words.useNew}
              </Button>
              <Button small onClick={() => editing.act(() => keep(edited, words.kept))}>
                {words.keep}
              </Button>
            </Actions>
          </div>
        )}
      </div>
      <Figures figures={sentence.figures} units={units} />
    </div>
  );
}
