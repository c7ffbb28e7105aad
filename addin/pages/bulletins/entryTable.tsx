import { numberWords } from '../../../shared/bulletin/number.ts';
import { presetNames } from '../../../shared/bulletin/presetNames.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import type { BulletinEntry } from '../../../shared/wire/parts/bulletinEntry.ts';
import type { BulletinsApi } from './bulletinsApi.ts';
import { minuteOf } from './part.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { TakeBar } from './takeBar.tsx';
import { bulletinsText } from './text.ts';

interface EntryTableProps {
  entries: readonly BulletinEntry[];
  year: number;
  api: BulletinsApi;
  onOpen: (id: string) => void;
}

/** Bulletins, the newest first; a name opens one. */
export function EntryTable({ entries, year, api, onOpen }: EntryTableProps) {
  const { text, language } = useText(bulletinsText);
  const { number, name, span, by, at, take } = text.columns;
  const isDraft = entries[0]?.state === 'draft';
  return (
    <TableFrame
      label={text[isDraft ? 'drafts' : 'issued']}
      head={text[isDraft ? 'drafts' : 'issued']}
      files={api.tableFile}
      path={`/bulletins?year=${year}&state=${isDraft ? 'draft' : 'issued'}`}
    >
      <table class="bulletins">
        <thead>
          <tr>
            {[...(isDraft ? [] : [number]), name, span, by, at, take].map((head) => (
              <th key={head} scope="col" class={head === take ? 'no-print' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              {!isDraft && (
                <td class="number-words">{entry.number && numberWords(entry.code, entry.number)}</td>
              )}
              <th scope="row">
                <LinkButton onClick={() => onOpen(entry.id)}>{entry.title}</LinkButton>
                {entry.corrects && (
                  <span class="quiet">{text.correctsShort(numberWords('', entry.corrects))}</span>
                )}
              </th>
              <td class="span">
                {presetNames[entry.preset][language]}
                <span class="quiet">
                  {entry.from} — {entry.to}
                </span>
              </td>
              <td>{entry.issuedBy ?? entry.createdBy}</td>
              <td class="at">{minuteOf(entry.issuedAt ?? entry.createdAt)}</td>
              <td class="no-print">
                <TakeBar api={api} id={entry.id} title={entry.title} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
