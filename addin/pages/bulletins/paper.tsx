import type { BulletinContent } from '../../../shared/bulletin/content.ts';
import { dateWords, headNumber } from '../../../shared/bulletin/number.ts';
import { attachmentName, shownSections } from '../../../shared/bulletin/shown.ts';
import { titleLines } from '../../../shared/bulletin/titleLines.ts';
import { useText } from '../../controls/useText.ts';
import type { BulletinEdit } from '../../../shared/wire/bulletinEdit.ts';
import { Editable } from './editable.tsx';
import type { Moved } from './model/moved.ts';
import { PaperTable } from './paperTable.tsx';
import { Sentence } from './sentence.tsx';
import { bulletinsText } from './text.ts';

/** How a draft is edited. */
export interface Editing {
  /** Keeps a change, and says so; throws where it is not kept. */
  save: (what: Partial<BulletinEdit>, done: string) => Promise<void>;
  /** Does something at once; what goes wrong is told over the paper. */
  act: (what: () => Promise<void>) => void;
  /** Ids of sentences whose data has changed since they were edited. */
  stale: readonly string[];
  /** What has changed since the draft was looked at. */
  moved: Moved | null;
}

interface PaperProps {
  content: BulletinContent;
  /** Without it, the paper is only read. */
  editing: Editing | null;
}

/** A paper has these: emptied, they are as they are made. */
const asMade: ReadonlySet<string> = new Set(['title', 'salutation']);

type Field = 'title' | 'office' | 'code' | 'salutation' | 'signature';

/** A bulletin as the document looks, from head to attachments. */
export function Paper({ content, editing }: PaperProps) {
  const { text } = useText(bulletinsText);
  const units = new Map(content.units.map(({ id, name }) => [id, name]));
  const many = content.attachments.length > 1;
  const headings = new Map(shownSections(content).map(({ id, heading }) => [id, heading]));
  const field = (name: Field, look: string, longest: number, empty = '', lines?: string[]) => (
    <Editable
      name={text.fields[name]}
      value={content[name]}
      empty={empty}
      longest={longest}
      class={look}
      lines={lines}
      onSave={
        editing
          ? (value) =>
              editing.save({ [name]: value === '' && asMade.has(name) ? null : value }, text.editing.saved)
          : undefined
      }
    />
  );
  return (
    <article class="paper" lang="zh-CN" aria-label={content.title}>
      <header class="paper-head">
        {field('office', 'issuer', 60, text.noOffice)}
        <p class="issue-number">{headNumber(content)}</p>
        {editing && (
          <div class="office-code no-print">
            <span>{text.fields.code}</span>
            {field('code', 'code-field', 30, text.noCode)}
          </div>
        )}
      </header>
      {field('title', 'paper-title', 120, '', titleLines(content.title))}
      {field('salutation', 'addressees', 120)}
      {content.sections.map((section) => (
        <section key={section.id} aria-label={section.heading ?? content.title}>
          {section.heading !== null && <h2>{headings.get(section.id) ?? section.heading}</h2>}
          {section.sentences.map((sentence) => (
            <Sentence key={sentence.id} sentence={sentence} units={units} editing={editing} />
          ))}
          {section.table && <PaperTable content={content} table={section.table} editing={editing} />}
        </section>
      ))}
      {content.attachments.length > 0 && (
        <ol class="attachment-list">
          {content.attachments.map(({ id, title }, at) => (
            <li key={id}>
              {at === 0 && <span>附件：</span>}
              {many ? `${at + 1}.` : ''}
              {title}
            </li>
          ))}
        </ol>
      )}
      <footer class="signed">
        {field('signature', 'signature', 60, text.noSignature)}
        <p class="signed-on">{dateWords(content.date)}</p>
      </footer>
      {content.attachments.map((table, at) => (
        <section key={table.id} class="attachment" aria-label={table.title}>
          <p class="attachment-mark">{attachmentName(content, at)}</p>
          <h2 class="paper-title">{table.title}</h2>
          <PaperTable content={content} table={table} editing={editing} untitled />
        </section>
      ))}
    </article>
  );
}
