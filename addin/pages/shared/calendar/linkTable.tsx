import type { CalendarToken } from '../../../../shared/wire/parts/calendarToken.ts';
import { Button } from '../../../controls/button.tsx';
import { useText } from '../../../controls/useText.ts';
import type { FileApi } from '../tables/fileApi.ts';
import { TableFrame } from '../tables/tableFrame.tsx';
import { calendarText } from './text.ts';

interface LinkTableProps {
  links: readonly CalendarToken[];
  /** Whether each says whose it is. */
  named: boolean;
  files: FileApi;
  /** The route of the same links. */
  path: string;
  onRevoke: (link: CalendarToken) => void;
}

/** Links that are in use. */
export function LinkTable({ links, named, files, path, onRevoke }: LinkTableProps) {
  const { text } = useText(calendarText);
  const { unit, label, madeBy, created, used, acts } = text.columns;
  return (
    <TableFrame reached label={text.title} files={files} path={path}>
      <table class="calendar-links">
        <thead>
          <tr>
            {[...(named ? [unit] : []), label, madeBy, created, used, acts].map((head) => (
              <th key={head} scope="col" class={head === acts ? 'no-print' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.id}>
              {named && <td>{link.unit.name}</td>}
              <th scope="row">{link.label || text.unnamed}</th>
              <td>
                {link.madeBy}
                {link.keyRevoked && <small class="late">{text.keyRevoked}</small>}
              </td>
              <td>{link.createdAt.slice(0, 10)}</td>
              <td>{link.lastUsedOn ?? text.never}</td>
              <td class="no-print">
                <Button
                  small
                  look="subtle"
                  label={`${text.revoke} ${link.label || text.unnamed} ${link.id}`}
                  onClick={() => onRevoke(link)}
                >
                  {text.revoke}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
