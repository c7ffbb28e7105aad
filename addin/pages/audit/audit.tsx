import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AuditItem } from '../../../shared/wire/audit.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { useView } from '../shared/desk/useView.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { auditApi, auditPath } from './auditApi.ts';
import { AuditTable } from './auditTable.tsx';
import { Filters } from './filters.tsx';
import { auditText } from './text.ts';
import { auditViewOf, filtersOf, searchOfAudit } from './view.ts';

const atOnce = 50;

/** Who did what, page by page, as far as the filters leave it. */
export function Audit({ accessKey, turn }: Opened) {
  const { text } = useText(auditText);
  const api = useMemo(() => auditApi(accessKey), [accessKey]);
  const [view, change] = useView(auditViewOf, searchOfAudit);
  const asked = JSON.stringify(filtersOf(view));
  const units = useLoaded(() => api.roster(), [api]).value?.units ?? [];
  const first = useLoaded(() => api.page(view, atOnce, null), [api, turn, asked]);
  /** The pages after the first one. */
  const [later, setLater] = useState<{ entries: AuditItem[]; next: string | null } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);
  useEffect(() => setLater(null), [first.value]);
  const next = later ? later.next : (first.value?.next ?? null);
  const entries = [...(first.value?.entries ?? []), ...(later?.entries ?? [])];
  const readMore = () => {
    setLoading(true);
    setProblem(null);
    api
      .page(view, 4 * atOnce, next)
      .then((page) =>
        setLater((before) => ({ entries: [...(before?.entries ?? []), ...page.entries], next: page.next })),
      )
      .catch(setProblem)
      .finally(() => setLoading(false));
  };
  return (
    <>
      <p class="quiet no-print">{text.intro}</p>
      <Filters units={units} view={view} change={change} />
      <section class="card" aria-label={text.table} aria-busy={first.loading || loading}>
        {first.problem !== null && <ProblemBar problem={first.problem} again={first.again} />}
        {first.value === null ? (
          first.problem === null && <Loading />
        ) : entries.length === 0 ? (
          <p class="quiet">{asked === '{}' ? text.noneYet : text.none}</p>
        ) : (
          <>
            <TableFrame label={text.table} files={api.file} path={auditPath(view)}>
              <AuditTable entries={entries} />
            </TableFrame>
            {problem !== null && <ProblemBar problem={problem} again={readMore} />}
            <div class="foot no-print">
              <p class="quiet">{text.shown(entries.length, next !== null)}</p>
              {next !== null && (
                <Button waiting={loading} onClick={readMore}>
                  {text.more}
                </Button>
              )}
            </div>
          </>
        )}
      </section>
    </>
  );
}
