import type { ProgressGroup } from '../../../shared/wire/progress.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { reviewText } from './text.ts';
import type { Grouping, Queue } from './view.ts';

/** How many of a queue a group has. */
export const countOf = (
  group: Pick<ProgressGroup, 'expected' | 'undated' | Exclude<Queue, 'all'>>,
  queue: Queue,
) => (queue === 'all' ? group.expected + group.undated : group[queue]);

interface GroupsProps {
  files: FileApi;
  /** The progress by these groups, as a route gives it. */
  path: string;
  by: Grouping;
  queue: Queue;
  groups: readonly ProgressGroup[];
  onOpen: (id: string) => void;
}

/** The units or arrangements that have something in a queue, those with the most first. */
export function GroupList({ files, path, by, queue, groups, onOpen }: GroupsProps) {
  const { text } = useText(reviewText);
  const shown = groups
    .map((group) => ({ ...group, count: countOf(group, queue) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  if (shown.length === 0) return <p class="quiet">{text.empty[queue]}</p>;
  return (
    <TableFrame label={text.groupsLabel} head={text.queues[queue]} files={files} path={path}>
      <table class="review-groups">
        <thead>
          <tr>
            <th scope="col">{text[by]}</th>
            <th scope="col" class="number">
              {text.queues[queue]}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, count }) => (
            <tr key={id}>
              <th scope="row">
                <LinkButton label={text.openGroup(name, count)} onClick={() => onOpen(id)}>
                  {by === 'arrangement' && <span class="code">{id}</span>}
                  {name}
                </LinkButton>
              </th>
              <td class="number">{count.toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
