import { useState } from 'preact/hooks';
import type { ArrangementChange, Comparison } from '../../../shared/wire/comparison.ts';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { copyRows } from '../shared/tables/copyTable.ts';
import { Take } from '../shared/tables/take.tsx';
import { FieldChanges } from './fieldChanges.tsx';
import { pageOf } from './model/pages.ts';
import { isFirst } from './model/readiness.ts';
import { Pager } from './pager.tsx';
import { PlaceLink } from './places.tsx';
import { listsText } from './text.ts';
import { usePageSize } from './usePageSize.ts';

type Kind = ArrangementChange['kind'];
const kinds: readonly Kind[] = ['added', 'returned', 'changed', 'moved', 'gone'];

interface ChangesProps {
  comparison: Comparison | null;
  year: number;
  onPlace: (place: string) => void;
}

/** What publishing the reading would change in the stored list. */
export function Changes({ comparison, year, onPlace }: ChangesProps) {
  const { text } = useText(listsText);
  const [only, setOnly] = useState<Kind | null>(null);
  const [page, setPage] = useState(0);
  const size = usePageSize(40);
  if (comparison === null) return <Loading />;
  const { diff } = comparison;
  const shown = only === null ? diff.arrangements : diff.arrangements.filter(({ kind }) => kind === only);
  const seen = pageOf(shown, size, page);
  const filter = (kind: Kind | null) => {
    setOnly(kind);
    setPage(0);
  };
  return (
    <>
      {isFirst(diff.counts) && <p>{text.changes.first(year)}</p>}
      {!isFirst(diff.counts) && !comparison.changes && <p>{text.changes.none}</p>}
      {diff.title?.before && <p>{text.changes.title(diff.title.before, diff.title.after)}</p>}
      {diff.arrangements.length > 0 && (
        <div class="filters" role="group" aria-label={text.changes.filter}>
          <Choice
            name={`${text.changes.all} ${diff.arrangements.length}`}
            on={only === null}
            onClick={() => filter(null)}
          />
          {kinds
            .filter((kind) => diff.counts[kind] > 0)
            .map((kind) => (
              <Choice
                key={kind}
                name={`${text.changes.kinds[kind]} ${diff.counts[kind]}`}
                on={only === kind}
                onClick={() => filter(kind)}
              />
            ))}
          <span class="quiet">{text.changes.unchanged(diff.counts.unchanged)}</span>
        </div>
      )}
      {shown.length > 0 && (
        <div class="taken-top">
          <Take
            label={text.tabs.changes(shown.length)}
            onCopy={() => copyRows(changeRows(shown, text))}
            from={[]}
          />
        </div>
      )}
      <ol class="changes">
        {seen.items.map((change) => (
          <Change key={change.code} change={change} onPlace={onPlace} />
        ))}
      </ol>
      <Pager of={seen} onPage={setPage} />
    </>
  );
}

/** Changes as rows: what kind, which arrangement, where it stands and stood, and its sentence. */
const changeRows = (changes: readonly ArrangementChange[], text: (typeof listsText)['zh']) => ({
  columns: text.changes.columns.map((name) => ({ name })),
  rows: changes.map((change) => [
    text.changes.kinds[change.kind],
    change.code,
    change.formerPlace,
    change.place,
    change.text,
  ]),
});

function Choice({ name, on, onClick }: { name: string; on: boolean; onClick: () => void }) {
  return (
    <button type="button" class="choice" aria-pressed={on} onClick={onClick}>
      {name}
    </button>
  );
}

function Change({ change, onPlace }: { change: ArrangementChange; onPlace: (place: string) => void }) {
  const { text } = useText(listsText);
  const { kind, code, place, formerPlace, fields, hangs, retires } = change;
  const hanging = text.hangs(hangs);
  return (
    <li class={`change ${kind}`}>
      <p class="change-head">
        <span class={`tag ${kind}`}>{text.changes.kinds[kind]}</span>
        <b>{code}</b>
        {formerPlace !== null && place !== null && formerPlace !== place && (
          <span class="quiet">{text.changes.from(formerPlace)}</span>
        )}
        {hanging !== '' && <span class="hangs">{hanging}</span>}
        {retires && <span class="quiet">{text.changes.retires}</span>}
        {place !== null && <PlaceLink place={place} onPlace={onPlace} />}
      </p>
      {!fields.some(({ field }) => field === 'text') && (
        <p class="change-text" lang="zh-Hans">
          {change.text}
        </p>
      )}
      <FieldChanges fields={fields} />
    </li>
  );
}
