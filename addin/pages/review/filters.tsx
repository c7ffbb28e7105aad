import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { lightNames } from '../../../shared/obligations/reviewWords.ts';
import { light } from '../../../shared/wire/parts/acted.ts';
import { Button } from '../../controls/button.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import type { ChangeOf } from '../shared/desk/useView.ts';
import type { Groups } from '../shared/progress/useGroups.ts';
import { reviewText } from './text.ts';
import { groupings, type ReviewView } from './view.ts';

interface FiltersProps {
  groups: Groups;
  view: ReviewView;
  change: ChangeOf<ReviewView>;
}

const chosen = ['unit', 'category', 'period', 'light', 'arrangement'] as const;

/** Leaves of a queue only a unit, category, period, light or arrangement, and says by what it is gone through. */
export function Filters({ groups, view, change }: FiltersProps) {
  const { text, language } = useText(reviewText);
  const choices = {
    unit: groups.unit.map(({ id, name }) => ({ value: id, name })),
    category: groups.category.map(({ id, name }) => ({ value: id, name: `${id} ${name}` })),
    period: groups.period.map(({ id }) => ({ value: id, name: periodWords(id, language) })),
    light: light.options.map((id) => ({ value: id, name: lightNames[id][language] })),
    // An arrangement is chosen from its group; here it is shown, and left again.
    arrangement: [] as { value: string; name: string }[],
  };
  const set = chosen.filter((name) => view[name] !== undefined);
  return (
    <div class="choices" role="group" aria-label={text.filters}>
      {chosen.map((name) => {
        const value = view[name];
        if (name === 'arrangement' && value === undefined) return null;
        const known = choices[name].some((choice) => choice.value === value);
        const unnamed = value !== undefined && !known ? [{ value, name: value }] : [];
        return (
          <Select
            key={name}
            label={text[name]}
            value={value ?? ''}
            options={[{ value: '', name: text.all }, ...unnamed, ...choices[name]]}
            onChange={(next) => change({ [name]: next === '' ? undefined : next, at: undefined })}
          />
        );
      })}
      <Select
        label={text.by}
        value={view.by ?? ''}
        options={[
          { value: '', name: text.groupings.none },
          ...groupings.map((id) => ({ value: id, name: text.groupings[id] })),
        ]}
        onChange={(by) => {
          const next = groupings.find((each) => each === by);
          change({ by: next, at: undefined, ...(next && { [next]: undefined }) });
        }}
      />
      {set.length > 0 && (
        <Button
          small
          look="subtle"
          onClick={() =>
            change({ ...Object.fromEntries(set.map((name) => [name, undefined])), at: undefined })
          }
        >
          {text.clear}
        </Button>
      )}
    </div>
  );
}
