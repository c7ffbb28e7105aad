import type { CalendarToken } from '../../../../shared/wire/parts/calendarToken.ts';
import { Button } from '../../../controls/button.tsx';
import { useText } from '../../../controls/useText.ts';
import { calendarText } from './text.ts';

interface LinkTableProps {
  links: readonly CalendarToken[];
  /** Whether each says whose it is. */
  named: boolean;
  onRevoke: (link: CalendarToken) => void;
}

/** Links that are in use. */
export function LinkTable({ links, named, onRevoke }: LinkTableProps) {
  const { text } = useText(calendarText);
  const { unit, label, madeBy, created, used, acts } = text.columns;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={text.title}>
      <table class="calendar-links">
        <thead>
          <tr>
            {[...(named ? [unit] : []), label, madeBy, created, used, acts].map((head) => (
              <th key={head} scope="col">
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
              <td>{link.madeBy}</td>
              <td>{link.createdAt.slice(0, 10)}</td>
              <td>{link.lastUsedOn ?? text.never}</td>
              <td>
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
    </div>
  );
}
