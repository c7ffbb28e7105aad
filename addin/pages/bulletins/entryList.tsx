import { useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { DraftDialog } from './draftDialog.tsx';
import { EntryTable } from './entryTable.tsx';
import { type BulletinsPart, writes } from './part.ts';
import { bulletinsText } from './text.ts';

/** Drafts, what was issued, and the way to a new one. */
export function EntryList({ api, me, turn, year, said, open }: BulletinsPart) {
  const { text } = useText(bulletinsText);
  const [drafting, setDrafting] = useState(false);
  const loaded = useLoaded(() => api.list(year), [api, year, turn]);
  const officer = writes(me);
  const drafts = loaded.value?.filter(({ state }) => state === 'draft') ?? [];
  const issued = loaded.value?.filter(({ state }) => state === 'issued') ?? [];
  return (
    <>
      <div class="list-head">
        <p class="quiet">{officer ? text.intro : text.introViewer}</p>
        {officer && (
          <Button look="primary" onClick={() => setDrafting(true)}>
            {text.draft}
          </Button>
        )}
      </div>
      <p role="status" class="said">
        {said}
      </p>
      {loaded.problem !== null && <ProblemBar problem={loaded.problem} again={loaded.again} />}
      {loaded.value === null ? (
        loaded.problem === null && <Loading />
      ) : (
        <>
          {drafts.length > 0 && (
            <section class="card" aria-label={text.drafts}>
              <EntryTable entries={drafts} year={year} api={api} onOpen={open} />
            </section>
          )}
          <section class="card" aria-label={text.issued} aria-busy={loaded.loading}>
            {issued.length === 0 ? (
              <>
                <h2>{text.issued}</h2>
                <p class="quiet">{officer ? text.noneYetOfficer : text.noneYet}</p>
              </>
            ) : (
              <EntryTable entries={issued} year={year} api={api} onOpen={open} />
            )}
          </section>
        </>
      )}
      {drafting && (
        <DraftDialog
          api={api}
          year={year}
          today={me.today}
          onDrafted={(id) => open(id)}
          onClose={() => setDrafting(false)}
        />
      )}
    </>
  );
}
