import { Fragment } from 'preact';
import type { AccessKey } from '../../../shared/wire/parts/accessKey.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { bureauKeys, type KeyGroup } from './model/keyRows.ts';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { rosterText } from './text.ts';

interface KeyTableProps {
  files: FileApi;
  /** The route of the same keys, with the page's filters. */
  path: string;
  groups: readonly KeyGroup[];
  /** Id of the key that is in use here. */
  own: string;
  onIssue?: (unit: string) => void;
  onRevoke?: (key: AccessKey) => void;
}

const dayOf = (at: string): string => at.slice(0, 10);

/** Keys, unit by unit. */
export function KeyTable({ files, path, groups, own, onIssue, onRevoke }: KeyTableProps) {
  const { text } = useText(rosterText);
  const { holder, role, id, created, expires, used, state, acts } = text.keyColumns;
  const heads = [holder, role, id, created, expires, used, state, ...(onRevoke ? [acts] : [])];
  return (
    <TableFrame reached label={text.tabs.keys} files={files} path={path}>
      <table class="key-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={head === acts ? 'no-print' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.id}>
              <tr class="key-group">
                <th scope="rowgroup" colSpan={heads.length}>
                  <b>{group.name ?? text.bureau}</b>
                  {group.valid === 0 && (
                    <span class={group.id === bureauKeys ? 'quiet' : 'late'}>
                      {group.id === bureauKeys ? text.noBureauKey : text.noKey}
                    </span>
                  )}
                  {onIssue && group.valid === 0 && (
                    <Button
                      small
                      look="subtle"
                      label={text.issueFor(group.name ?? text.bureau)}
                      onClick={() => onIssue(group.id)}
                    >
                      {text.issue}
                    </Button>
                  )}
                </th>
              </tr>
              {group.keys.map(({ key, state: stands }) => (
                <tr key={key.id} class={stands === 'valid' ? '' : 'ended'}>
                  <th scope="row">
                    {key.holder}
                    {key.label !== '' && key.label !== key.holder && <small class="quiet">{key.label}</small>}
                  </th>
                  <td>{text.roles[key.role]}</td>
                  <td class="quiet">{key.id}</td>
                  <td>{dayOf(key.createdAt)}</td>
                  <td>{key.expiresAt === null ? text.unlimited : dayOf(key.expiresAt)}</td>
                  <td>{key.lastUsedOn ?? text.never}</td>
                  <td class={stands === 'valid' ? 'good' : stands === 'expired' ? 'late' : 'bad'}>
                    {text.states[stands]}
                    {key.revokedAt !== null && <small>{dayOf(key.revokedAt)}</small>}
                    {key.id === own && <small class="quiet">{text.inUse}</small>}
                  </td>
                  {onRevoke && (
                    <td class="row-acts no-print">
                      {stands !== 'revoked' && (
                        <Button
                          small
                          look="subtle"
                          label={`${text.revoke} ${key.holder} ${key.id}`}
                          onClick={() => onRevoke(key)}
                        >
                          {text.revoke}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
