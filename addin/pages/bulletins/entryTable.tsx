import { numberWords } from '../../../shared/bulletin/number.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import type { BulletinEntry } from '../../../shared/wire/parts/bulletinEntry.ts';
import type { BulletinsApi } from './bulletinsApi.ts';
import { minuteOf } from './part.ts';
import { TakeBar } from './takeBar.tsx';
import { bulletinsText } from './text.ts';

interface EntryTableProps {
  entries: readonly BulletinEntry[];
  api: BulletinsApi;
  onOpen: (id: string) => void;
}

/** Bulletins, the newest first; a name opens one. */
export function EntryTable({ entries, api, onOpen }: EntryTableProps) {
  const { text } = useText(bulletinsText);
  const { number, name, span, by, at, take } = text.columns;
  const isDraft = entries[0]?.state === 'draft';
  return (
    <div class="scroll">
      <table class="bulletins">
        <thead>
          <tr>
            {[...(isDraft ? [] : [number]), name, span, by, at, take].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              {!isDraft && <td class="number-words">{entry.number && numberWords('', entry.number)}</td>}
              <th scope="row">
                <LinkButton onClick={() => onOpen(entry.id)}>{entry.title}</LinkButton>
                {entry.corrects && (
                  <span class="quiet">{text.correctsShort(numberWords('', entry.corrects))}</span>
                )}
              </th>
              <td class="span">
                {text.drafting.presets[entry.preset]}
                <span class="quiet">
                  {entry.from} — {entry.to}
                </span>
              </td>
              <td>{entry.issuedBy ?? entry.createdBy}</td>
              <td class="at">{minuteOf(entry.issuedAt ?? entry.createdAt)}</td>
              <td>
                <TakeBar api={api} id={entry.id} title={entry.title} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
