import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { useText } from '../controls/useText.ts';
import { usePane } from './paneContext.ts';
import { printTable } from './printTable.ts';
import { paneText } from './text.ts';

/** The ledger as a file, its views a sheet each, and on paper. */
export function TakeAlong() {
  const { view, session } = usePane();
  const { text } = useText(paneText);
  const [failed, setFailed] = useState(false);
  const { ledger } = view;
  if (!ledger || !view.index) return null;
  const name = `${ledger.unit.name}${ledger.list.year}年台账（${ledger.today}）`;
  const save = async () => {
    try {
      const [tables, { download, xlsxOf }] = await Promise.all([session.tables(), import('./exportXlsx.ts')]);
      const named = [...tables].reverse().map((table) => ({ ...table, name: text.bar.view[table.view] }));
      download(`${name}.xlsx`, await xlsxOf(named));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const print = async () => {
    const table = (await session.tables()).find((each) => each.view === ledger.shown);
    if (table) printTable(name, `${ledger.list.title} · ${text.bar.view[table.view]}`, table);
  };
  return (
    <>
      <Button small look="subtle" onClick={() => void save()}>
        {text.takeAlong.save}
      </Button>
      <Button small look="subtle" onClick={() => void print()}>
        {text.takeAlong.print}
      </Button>
      {failed && (
        <span class="tz-late" role="alert">
          {text.takeAlong.failed}
        </span>
      )}
    </>
  );
}
