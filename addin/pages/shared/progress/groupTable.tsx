import {
  figureNames,
  type GroupFigure,
  groupFigures,
  groupNames,
  isRate,
} from '../../../../shared/progress/names.ts';
import { sortGroups } from '../../../../shared/progress/sortGroups.ts';
import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { groupLabel } from '../../../../shared/tables/progressTable.ts';
import type { GroupBy, ProgressAnswer, ProgressGroup } from '../../../../shared/wire/progress.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import type { FileApi } from '../tables/fileApi.ts';
import { TableFrame } from '../tables/tableFrame.tsx';
import { type NumberName, partsOf, percent } from './numbers.ts';
import { pathOf } from './progressApi.ts';
import { useProgressText } from './text.ts';
import type { ChangeView, View } from './view.ts';

const figures: readonly GroupFigure[] = [...groupFigures.due, ...groupFigures.year];
/** Where the year's figures begin, apart from those of what is due. */
const apart = (figure: GroupFigure): string => (figure === groupFigures.year[0] ? ' apart' : '');

const tones: Partial<Record<NumberName, string>> = {
  reportedLate: 'late',
  completedLate: 'late',
  overdue: 'bad',
  missing: 'bad',
};

/** What every table of progress is given. */
export interface AnswerTableProps {
  answer: ProgressAnswer;
  files: FileApi;
  /** What the answer was asked for by, besides its grouping. */
  query: Record<string, string>;
  view: View;
  change: ChangeView;
}

/** Progress by one dimension; every number opens the obligations behind it. */
export function GroupTable({ answer, files, query, view, change }: AnswerTableProps) {
  const { text, language } = useProgressText();
  const { groupBy } = answer;
  const order = view.sort ?? null;
  if (answer.groups.length === 0) return <p class="quiet">{text.noGroups}</p>;
  const sorted = sortGroups(answer.groups, order);
  const path = pathOf('/progress', { ...query, groupBy, ...(order === null ? {} : { sort: order }) });
  const head = (figure: GroupFigure) => {
    const { [language]: name, hint } = figureNames[figure];
    return (
      <th
        key={figure}
        scope="col"
        class={(figure === 'fulfilment' ? 'rate' : 'number') + apart(figure)}
        aria-sort={order === figure ? 'descending' : 'none'}
      >
        <button
          type="button"
          title={`${hint[language]} · ${text.sortBy(name)}`}
          onClick={() => change({ sort: order === figure ? undefined : figure })}
        >
          {name}
          <span aria-hidden="true">{order === figure ? ' ▾' : ''}</span>
        </button>
      </th>
    );
  };
  return (
    <>
      <TableFrame label={text.tabs[groupBy]} files={files} path={path}>
        <table class="groups">
          <thead>
            <tr class="over">
              <td />
              <th scope="colgroup" colSpan={groupFigures.due.length}>
                {text.ofDue(answer.today)}
              </th>
              <th scope="colgroup" class="apart" colSpan={groupFigures.year.length}>
                {text.ofYear}
              </th>
            </tr>
            <tr>
              <th scope="col">{groupNames[groupBy][language]}</th>
              {figures.map(head)}
            </tr>
          </thead>
          <tbody>
            {sorted.map((group) => (
              <tr key={group.id}>
                <th scope="row" data-text={groupLabel(groupBy, group.id, group.name, language)}>
                  <GroupName groupBy={groupBy} id={group.id} name={group.name} />
                </th>
                {figures.map((figure) => (
                  <td key={figure} class={(figure === 'fulfilment' ? 'rate' : 'number') + apart(figure)}>
                    {figure === 'fulfilment' ? (
                      <Bar group={group} />
                    ) : isRate(figure) ? (
                      <Rate rate={group[figure]} />
                    ) : group[figure] === 0 ? (
                      <span class="zero">0</span>
                    ) : (
                      <LinkButton
                        {...(tones[figure] && { class: tones[figure] })}
                        label={`${group.name} ${figureNames[figure][language]} ${group[figure]}`}
                        onClick={() => change({ open: { what: figure, of: group.id } })}
                      >
                        {group[figure]}
                      </LinkButton>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p class="legend quiet">
        <i class="onTime" /> {text.legend.onTime} <i class="late" /> {text.legend.late} <i class="overdue" />{' '}
        {text.legend.overdue}
      </p>
    </>
  );
}

const Rate = ({ rate }: { rate: number | null }) =>
  rate === null ? <span class="zero">–</span> : <>{percent(rate)}</>;

/** A group as the tables name it: a period in words, others by code and name. */
export function GroupName({ groupBy, id, name }: { groupBy: GroupBy; id: string; name: string }) {
  const { language } = useProgressText();
  if (groupBy === 'unit') return <>{name}</>;
  if (groupBy === 'period') return <span title={id}>{periodWords(id, language)}</span>;
  return (
    <span class="group">
      {id !== name && <span class="code">{id}</span>}
      <span class="name" title={name}>
        {name}
      </span>
    </span>
  );
}

function Bar({ group }: { group: ProgressGroup }) {
  const { text, language } = useProgressText();
  if (group.fulfilment === null) {
    const undated = group.expected === 0 && group.undated > 0;
    return (
      <span class="zero">
        {undated ? `${figureNames.undated[language]} ${group.undated}` : text.nothingDue}
      </span>
    );
  }
  const parts = partsOf(group);
  const label = text.bar(parts.onTime, parts.late, parts.overdue);
  return (
    <span class="bar-line">
      <span class="bar" role="img" aria-label={label} title={label}>
        {(['onTime', 'late', 'overdue'] as const).map((part) => (
          <i key={part} class={part} style={{ width: `${(100 * parts[part]) / group.due}%` }} />
        ))}
      </span>
      <span class="percent">{percent(group.fulfilment)}</span>
    </span>
  );
}
