import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { stateNames } from '../../../shared/obligations/stateNames.ts';
import { obligationState } from '../../../shared/wire/parts/obligationState.ts';
import { Button } from '../../controls/button.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { type ChangeView, filterNames, type Tab, type View } from '../shared/progress/view.ts';
import { bureauText } from './text.ts';
import type { Groups } from '../shared/progress/useGroups.ts';

type FilterName = (typeof filterNames)[number];

/** Which filters a tab takes: what falls due has its own days, a running total belongs to no period. */
const takes = (tab: Tab, name: FilterName): boolean =>
  name === 'state'
    ? tab === 'each'
    : name === 'period'
      ? tab !== 'due' && tab !== 'trend' && tab !== 'quantity'
      : true;

interface FiltersProps {
  groups: Groups;
  view: View;
  change: ChangeView;
}

/** Leaves of the whole only one unit, category, period or state. */
export function Filters({ groups, view, change }: FiltersProps) {
  const { text, language } = useText(bureauText);
  const choices: Record<FilterName, { value: string; name: string }[]> = {
    unit: groups.unit.map(({ id, name }) => ({ value: id, name })),
    category: groups.category.map(({ id, name }) => ({ value: id, name: `${id} ${name}` })),
    period: groups.period.map(({ id }) => ({ value: id, name: periodWords(id, language) })),
    state: obligationState.options.map((id) => ({ value: id, name: stateNames[id][language] })),
  };
  const shown = filterNames.filter((name) => takes(view.tab, name));
  const set = shown.filter((name) => view[name] !== undefined);
  return (
    <div class="choices" role="group" aria-label={text.filters}>
      {shown.map((name) => {
        const chosen = view[name];
        const known = choices[name].some((choice) => choice.value === chosen);
        const unnamed = chosen !== undefined && !known ? [{ value: chosen, name: chosen }] : [];
        return (
          <Select
            key={name}
            label={text[name]}
            value={chosen ?? ''}
            options={[{ value: '', name: text.all }, ...unnamed, ...choices[name]]}
            onChange={(next) => change({ [name]: next === '' ? undefined : next })}
          />
        );
      })}
      {set.length > 0 && (
        <Button
          small
          look="subtle"
          onClick={() => change(Object.fromEntries(set.map((name) => [name, undefined])))}
        >
          {text.clear}
        </Button>
      )}
    </div>
  );
}
