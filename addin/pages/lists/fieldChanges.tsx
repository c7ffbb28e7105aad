import type { FieldChange } from '../../../shared/wire/comparison.ts';
import { useText } from '../../controls/useText.ts';
import { listsText, type ListsText } from './text.ts';
import { WordChange } from './wordChange.tsx';

/** What changes in an arrangement, field by field. */
export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  const { text } = useText(listsText);
  if (fields.length === 0) return null;
  return (
    <dl class="fields">
      {fields.map((change, index) => (
        <div key={index}>
          <dt>{text.changes.fields[change.field]}</dt>
          <dd>
            <OneField change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OneField({ change }: { change: FieldChange }) {
  const { text } = useText(listsText);
  switch (change.field) {
    case 'schedules':
      return <Lists before={change.before.map(text.schedule)} after={change.after.map(text.schedule)} />;
    case 'indicators':
      return <Lists before={change.before.map(text.indicator)} after={change.after.map(text.indicator)} />;
    case 'units':
      return <Lists before={change.before} after={change.after} />;
    case 'target':
      return <Lists before={[numberOf(change.before, text)]} after={[numberOf(change.after, text)]} />;
    default:
      return change.before !== null && change.after !== null ? (
        <WordChange before={change.before} after={change.after} />
      ) : (
        <Lists
          before={[change.before ?? text.changes.nothing]}
          after={[change.after ?? text.changes.nothing]}
        />
      );
  }
}

const numberOf = (value: number | null, text: ListsText): string =>
  value === null ? text.changes.nothing : value.toLocaleString('en');

/** Values before and after; what stands on both sides is said once. */
function Lists({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { text } = useText(listsText);
  const [gone, added] = [without(before, after), without(after, before)];
  const kept = before.filter((value) => after.includes(value));
  return (
    <>
      {gone.length > 0 && (
        <del>
          <span class="unseen">{text.changes.before} </span>
          {gone.join('；')}
        </del>
      )}
      {gone.length > 0 && added.length > 0 && <span aria-hidden="true"> → </span>}
      {added.length > 0 && (
        <ins>
          <span class="unseen">{text.changes.after} </span>
          {added.join('；')}
        </ins>
      )}
      {kept.length > 0 && <span class="quiet"> {kept.join('；')}</span>}
    </>
  );
}

const without = (values: readonly string[], others: readonly string[]): string[] =>
  values.filter((value) => !others.includes(value));
