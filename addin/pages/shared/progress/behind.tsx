import { useEffect, useState } from 'preact/hooks';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import { Button } from '../../../controls/button.tsx';
import { Dialog } from '../../../controls/dialog.tsx';
import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import type { Behind } from './numbers.ts';
import { obligationsTable } from '../../../../shared/tables/obligationsTable.ts';
import { copyRows } from '../tables/copyTable.ts';
import { Take } from '../tables/take.tsx';
import { ObligationEntry } from './obligationEntry.tsx';
import { obligationFiles } from './obligationFiles.ts';
import type { ProgressApi } from './progressApi.ts';
import { useProgressText } from './text.ts';

interface Found {
  items: ObligationItem[];
  cursor: string | null;
  today: string;
  ended: boolean;
}

const nothingYet: Found = { items: [], cursor: null, today: '', ended: false };
const shownAtOnce = 50;

/** The next page after what is shown. */
async function readMore(api: ProgressApi, year: number, behind: Behind, before: Found): Promise<Found> {
  const page = await api.obligations(year, behind.query, before.cursor, shownAtOnce);
  return {
    items: [...before.items, ...page.obligations],
    cursor: page.next,
    today: page.today,
    ended: page.next === null,
  };
}

/** The obligations behind a number, in order of due date, fifty at a time. */
export function BehindDialog(props: { api: ProgressApi; year: number; behind: Behind; onClose: () => void }) {
  const { api, year, behind, onClose } = props;
  const { text, language } = useProgressText();
  const asked = { year: String(year), ...behind.query };
  const [found, setFound] = useState(nothingYet);
  const [problem, setProblem] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);
  const load = (before: Found) => {
    setLoading(true);
    setProblem(null);
    readMore(api, year, behind, before)
      .then(setFound, setProblem)
      .finally(() => setLoading(false));
  };
  useEffect(() => load(nothingYet), [JSON.stringify(behind.query)]);
  const { title, hint } = behind;
  return (
    <Dialog label={title} closesOutside onClose={onClose}>
      {(close) => (
        <div class="dialog-body">
          <div class="dialog-head">
            <div>
              <h2>{title}</h2>
              <p class="quiet">{hint}</p>
            </div>
            <div class="dialog-acts">
              <Button look="subtle" onClick={close}>
                {text.close}
              </Button>
            </div>
          </div>
          <div class="taken-top">
            <Take
              label={title}
              onCopy={async () => copyRows(obligationsTable(found.items, {}, found.today, language))}
              from={obligationFiles(api, asked, text)}
            />
          </div>
          <ol class="entries" aria-busy={loading}>
            {found.items.map((item) => (
              <ObligationEntry key={item.key} api={api} item={item} />
            ))}
          </ol>
          {problem !== null && <ProblemBar problem={problem} again={() => load(found)} />}
          <div class="dialog-foot">
            {loading ? (
              <Loading />
            ) : found.items.length === 0 && problem === null ? (
              <p class="quiet">{text.nothingBehind}</p>
            ) : (
              <p class="quiet">{text.shown(found.items.length, !found.ended)}</p>
            )}
            {!loading && !found.ended && problem === null && (
              <Button onClick={() => load(found)}>{text.more}</Button>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
