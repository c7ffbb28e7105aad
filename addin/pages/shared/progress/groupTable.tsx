import { useState } from 'preact/hooks';
import { figureNames, groupFigures } from '../../../../shared/progress/names.ts';
import type {
  GroupBy,
  ProgressAnswer,
  ProgressGroup,
  ProgressRates,
} from '../../../../shared/wire/progress.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { type Behind, type NumberName, partsOf, percent } from './numbers.ts';
import { periodName } from './periodName.ts';
import { useProgressText } from './text.ts';

type Figure = (typeof groupFigures)['due' | 'year'][number];

const figures: readonly Figure[] = [...groupFigures.due, ...groupFigures.year];
const rates: ReadonlySet<Figure> = new Set<Figure & keyof ProgressRates>([
  'fulfilment',
  'timeliness',
  'yearShare',
]);
const isRate = (figure: Figure): figure is Figure & keyof ProgressRates => rates.has(figure);
/** Where the year's figures begin, apart from those of what is due. */
const apart = (figure: Figure): string => (figure === groupFigures.year[0] ? ' apart' : '');

const tones: Partial<Record<NumberName, string>> = {
  reportedLate: 'late',
  completedLate: 'late',
  overdue: 'bad',
  missing: 'bad',
};

interface GroupTableProps {
  answer: ProgressAnswer;
  onNumber: (behind: Behind) => void;
}

/** Progress by one dimension; every number opens the obligations behind it. */
export function GroupTable({ answer, onNumber }: GroupTableProps) {
  const { text, language } = useProgressText();
  const [order, setOrder] = useState<Figure | null>(null);
  const { groupBy } = answer;
  if (answer.groups.length === 0) return <p class="quiet">{text.noGroups}</p>;
  const sorted =
    order === null ? answer.groups : answer.groups.toSorted((a, b) => (b[order] ?? -1) - (a[order] ?? -1));
  const head = (figure: Figure) => {
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
          onClick={() => setOrder(order === figure ? null : figure)}
        >
          {name}
          <span aria-hidden="true">{order === figure ? ' ▾' : ''}</span>
        </button>
      </th>
    );
  };
  return (
    <>
      <div class="scroll">
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
              <th scope="col">{text.groupColumn[groupBy]}</th>
              {figures.map(head)}
            </tr>
          </thead>
          <tbody>
            {sorted.map((group) => (
              <tr key={group.id}>
                <th scope="row">
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
                        onClick={() =>
                          onNumber({ number: figure, group: { by: groupBy, id: group.id, name: group.name } })
                        }
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
      </div>
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
  const { text } = useProgressText();
  if (groupBy === 'unit') return <>{name}</>;
  if (groupBy === 'period') return <span title={id}>{periodName(id, text)}</span>;
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
