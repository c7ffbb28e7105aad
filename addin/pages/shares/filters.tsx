import type { Roster } from '../../../shared/roster/roster.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import { Option } from '../../controls/option.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import type { ChangeOf } from '../shared/desk/useView.ts';
import type { SharesView } from './model/view.ts';
import { sharesText } from './text.ts';

interface FiltersProps {
  list: TaskList;
  roster: Roster;
  view: SharesView;
  change: ChangeOf<SharesView>;
}

/** Leaves of the grid only one category, task or unit. */
export function Filters({ list, roster, view, change }: FiltersProps) {
  const { text } = useText(sharesText);
  const tasks = list.tasks.filter(
    ({ category }) => view.category === undefined || String(category) === view.category,
  );
  const choose = (options: { value: string; name: string }[]) => [{ value: '', name: text.all }, ...options];
  const said = (value: string) => (value === '' ? undefined : value);
  return (
    <div class="filters" role="group" aria-label={text.filters}>
      <Select
        label={text.category}
        value={view.category ?? ''}
        options={choose(
          list.categories.map(({ number, name }) => ({ value: String(number), name: `${number} ${name}` })),
        )}
        onChange={(category) => change({ category: said(category), task: undefined })}
      />
      <Select
        label={text.task}
        value={view.task ?? ''}
        options={choose(tasks.map(({ code, name }) => ({ value: code, name: `${code} ${name}` })))}
        onChange={(task) => change({ task: said(task) })}
      />
      <Select
        label={text.unit}
        value={view.unit ?? ''}
        options={choose(roster.units.map(({ id, name }) => ({ value: id, name })))}
        onChange={(unit) => change({ unit: said(unit) })}
      />
      <Option checked={view.all === true} onChange={(all) => change({ all: all || undefined })}>
        {text.withoutTarget}
      </Option>
    </div>
  );
}
