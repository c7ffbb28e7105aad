import { useState } from 'preact/hooks';
import type { GroupBy, ProgressAnswer, ProgressGroup } from '../../../../shared/wire/progress.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { type Behind, type NumberName, partsOf } from './numbers.ts';
import { periodName } from './periodName.ts';
import { useProgressText } from './text.ts';
import { percent } from './totals.tsx';

const columns: readonly NumberName[] = [
  'expected',
  'due',
  'received',
  'fulfilled',
  'onTime',
  'reportedLate',
  'completedLate',
  'overdue',
  'missing',
];
const tones: Partial<Record<NumberName, string>> = {
  reportedLate: 'late',
  completedLate: 'late',
  overdue: 'bad',
  missing: 'bad',
};

type Order = NumberName | 'rate' | null;

/** Progress by one dimension; every number opens the obligations behind it. */
export function GroupTable({
  answer,
  onNumber,
}: {
  answer: ProgressAnswer;
  onNumber: (behind: Behind) => void;
}) {
  const { text } = useProgressText();
  const [order, setOrder] = useState<Order>(null);
  const { groupBy } = answer;
  if (answer.groups.length === 0) return <p class="quiet">{text.noGroups}</p>;
  const sorted =
    order === null ? answer.groups : answer.groups.toSorted((a, b) => weight(b, order) - weight(a, order));
  const head = (id: NumberName | 'rate', name: string, hint: string) => (
    <th
      scope="col"
      class={id === 'rate' ? 'rate' : 'number'}
      aria-sort={order === id ? 'descending' : 'none'}
    >
      <button
        type="button"
        title={`${hint} · ${text.sortBy(name)}`}
        onClick={() => setOrder(order === id ? null : id)}
      >
        {name}
        <span aria-hidden="true">{order === id ? ' ▾' : ''}</span>
      </button>
    </th>
  );
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.groupColumn[groupBy]}</th>
              {head('rate', text.rate, text.rateHint)}
              {columns.map((name) => head(name, text.numbers[name], text.hints[name]))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((group) => (
              <tr key={group.id}>
                <th scope="row">
                  <GroupName groupBy={groupBy} id={group.id} name={group.name} />
                </th>
                <td class="rate">
                  <Bar group={group} />
                </td>
                {columns.map((name) => (
                  <td key={name} class="number">
                    {group[name] === 0 ? (
                      <span class="zero">0</span>
                    ) : (
                      <LinkButton
                        {...(tones[name] && { class: tones[name] })}
                        label={`${group.name} ${text.numbers[name]} ${group[name]}`}
                        onClick={() =>
                          onNumber({ number: name, group: { by: groupBy, id: group.id, name: group.name } })
                        }
                      >
                        {group[name]}
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
        {text.legend.overdue} <i class="rest" /> {text.legend.rest}
      </p>
    </>
  );
}

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

function weight(group: ProgressGroup, order: Exclude<Order, null>): number {
  return order === 'rate' ? (group.fulfilment ?? -1) : group[order];
}

function Bar({ group }: { group: ProgressGroup }) {
  const { text } = useProgressText();
  if (group.expected === 0) {
    return <span class="zero">{group.undated > 0 ? `${text.numbers.undated} ${group.undated}` : '–'}</span>;
  }
  const parts = partsOf(group);
  const label = text.bar(parts.onTime, parts.late, parts.overdue, parts.rest);
  return (
    <span class="bar-line">
      <span class="bar" role="img" aria-label={label} title={label}>
        {(['onTime', 'late', 'overdue'] as const).map((part) => (
          <i key={part} class={part} style={{ width: `${(100 * parts[part]) / group.expected}%` }} />
        ))}
      </span>
      <span class="percent">{percent(group.fulfilment ?? 0)}</span>
    </span>
  );
}
