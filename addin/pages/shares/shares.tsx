import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AllocationsAnswer } from '../../../shared/wire/allocationsAnswer.ts';
import { useText } from '../../controls/useText.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { yearOf } from '../shared/keyed/year.ts';
import { useView } from '../shared/desk/useView.ts';
import { Clashes } from './clashes.tsx';
import { Filters } from './filters.tsx';
import { Grid } from './grid.tsx';
import { shareRows, shownRows, shownUnits } from './model/shareRows.ts';
import { mergeIn, openSheet, type ShareSheet, toSave } from './model/shareSheet.ts';
import { searchOfShares, type SharesView, sharesViewOf } from './model/view.ts';
import { SaveBar } from './saveBar.tsx';
import { sharesApi } from './sharesApi.ts';
import { sharesText } from './text.ts';

/** The route of the shares as the grid shows them. */
function gridPath(year: number, { category, task, unit, all }: SharesView): string {
  const query = { rows: 'indicator', category, task, unit, targets: all ? undefined : 'true' };
  const said = Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined);
  return `/task-lists/${year}/allocations?${new URLSearchParams(said)}`;
}

/** The grid of a year's shares, with its filters, and what is to be saved or decided of it. */
export function Shares({ accessKey, me, turn }: Opened) {
  const { text } = useText(sharesText);
  const api = useMemo(() => sharesApi(accessKey), [accessKey]);
  const [view, change] = useView(sharesViewOf, searchOfShares);
  const year = yearOf(me, view.year);
  const editable = me.role === 'officer' || me.role === 'admin';
  const known = useLoaded(() => Promise.all([api.list(year), api.roster()]), [api, year, turn]);
  const [shares, setShares] = useState<{ year: number; asked: AllocationsAnswer } | null>(null);
  const sheet = useRef<ShareSheet>(openSheet([], 0));
  const [, redraw] = useState(0);
  const changeSheet = (how: (sheet: ShareSheet) => ShareSheet) => {
    sheet.current = how(sheet.current);
    redraw((count) => count + 1);
  };
  const read = async () => {
    const { value, version } = await api.shares(year);
    changeSheet((now) =>
      shares?.year === year
        ? mergeIn(now, value.allocations, version)
        : openSheet(value.allocations, version),
    );
    setShares({ year, asked: value });
  };
  const loaded = useLoaded(read, [api, year, turn]);
  // Who comes back to the page sees what others have saved meanwhile.
  const again = useRef(read);
  again.current = read;
  useEffect(() => {
    const look = () => {
      if (!document.hidden) again.current().catch(() => {});
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (toSave(sheet.current).length > 0) event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);

  const problem = known.problem ?? loaded.problem;
  const rows = useMemo(
    () => (known.value && shares ? shareRows(known.value[0], shares.asked) : []),
    [known.value, shares],
  );
  if (problem !== null)
    return (
      <ProblemBar
        problem={problem}
        again={() => {
          known.again();
          loaded.again();
        }}
      />
    );
  if (!known.value || !shares || shares.year !== year) return <Loading />;
  const [list, roster] = known.value;
  const shown = shownRows(rows, view);
  const held = { now: () => sheet.current, change: changeSheet };
  return (
    <>
      <p class="list-title">{list.title}</p>
      <p class="quiet no-print">{editable ? text.intro : text.readOnly}</p>
      <Filters list={list} roster={roster} view={view} change={change} />
      {editable && <Clashes sheet={sheet.current} rows={rows} roster={roster} onChange={changeSheet} />}
      <section class="card" aria-label={text.title}>
        {shown.length === 0 ? (
          <p class="quiet">{rows.length > 0 && !view.all ? text.noneWithTarget : text.none}</p>
        ) : (
          <Grid
            from={{ files: api.file, path: gridPath(year, view) }}
            rows={shown}
            units={shownUnits(roster, shown, sheet.current, view)}
            everybody={roster.units}
            sheet={sheet.current}
            editable={editable}
            onChange={changeSheet}
          />
        )}
      </section>
      {editable && <SaveBar api={api} year={year} held={held} saved={shares.asked.saved} onSaved={read} />}
    </>
  );
}
