import { useEffect, useState } from 'preact/hooks';
import {
  columnRole,
  saidOf,
  type ColumnRole,
  type HeadColumn,
  type ListHead,
  type SaidColumns,
} from '../../../shared/columns/listHead.ts';
import { evidence } from '../../../shared/columns/roles.ts';
import { useText } from '../../controls/useText.ts';
import type { Language } from '../../text/language.ts';
import { listsText } from './text.ts';

interface HeadStripProps {
  head: ListHead;
  /** Whether no list could be read by it. */
  refused: boolean;
  /** Whether the document is read again. */
  busy: boolean;
  /** Says of each column what it holds; the document is read again by that. */
  onSay: (columns: SaidColumns) => void;
}

/** The header of a list's table, with what each column was taken for: any of it can be changed, and the reading follows. */
export function HeadStrip({ head, refused, busy, onSay }: HeadStripProps) {
  const { text, language } = useText(listsText);
  const { columns } = head;
  const open = columns.filter(({ confidence }) => confidence === 'ask').length;
  const [shown, setShown] = useState(open > 0 || refused);
  useEffect(() => {
    if (open > 0 || refused) setShown(true);
  }, [open, refused]);
  const nameOf = (role: ColumnRole): string =>
    role === 'unread' ? text.columns.unread : evidence[role][language];
  const say = (at: number, role: ColumnRole): void => {
    const said = saidOf(head) ?? columns.map(() => null);
    onSay(said.map((before, column) => (column === at ? role : givenAnew(before, role))));
  };
  return (
    <details
      class="card head-strip"
      open={shown}
      aria-busy={busy}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>
        <h2>{text.columns.heading}</h2>
        <span class={open > 0 ? 'tag uncertain' : 'quiet'}>
          {open > 0 ? text.columns.open(open) : text.columns.settled(columns.length)}
        </span>
      </summary>
      <p class="quiet">{refused ? text.columns.refused : text.columns.hint}</p>
      <ul class="head-columns">
        {columns.map((column, at) => (
          <Column
            key={at}
            column={column}
            name={column.heading === '' ? text.columns.nameless(at + 1) : column.heading}
            nameOf={nameOf}
            language={language}
            onRole={(role) => say(at, role)}
          />
        ))}
      </ul>
      <p class="unseen" role="status">
        {busy ? text.columns.reading : ''}
      </p>
    </details>
  );
}

/** A role that only one column may have is taken from the one that had it by word. */
const givenAnew = (before: ColumnRole | null, role: ColumnRole): ColumnRole | null =>
  before === role && role !== 'unread' && evidence[role].isMany !== true ? null : before;

interface ColumnProps {
  column: HeadColumn;
  name: string;
  nameOf: (role: ColumnRole) => string;
  language: Language;
  onRole: (role: ColumnRole) => void;
}

function Column({ column, name, nameOf, onRole }: ColumnProps) {
  const { text } = useText(listsText);
  const { role, confidence, candidates, samples } = column;
  const likely = candidates.filter((each) => each !== role);
  const others = columnRole.options.filter((each) => each !== role && !likely.includes(each));
  return (
    <li class={`head-column ${role === 'unread' ? 'left-out' : ''} ${confidence}`}>
      <label>
        <b>{name}</b>
        <select value={role} onChange={(event) => onRole(columnRole.parse(event.currentTarget.value))}>
          {[role, ...likely, ...others].map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      {confidence !== 'certain' && (
        <small class={confidence === 'ask' ? 'late' : 'quiet'}>{text.columns.confidence[confidence]}</small>
      )}
      <div class="samples">
        {samples.map((sample) => (
          <span key={sample} title={sample}>
            {sample}
          </span>
        ))}
      </div>
    </li>
  );
}
