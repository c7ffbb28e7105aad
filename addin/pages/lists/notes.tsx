import { useState } from 'preact/hooks';
import { useText } from '../../controls/useText.ts';
import { DiagnosticList } from './diagnosticList.tsx';
import { pageOf } from './model/pages.ts';
import type { ReadingView } from './model/readingView.ts';
import { Pager } from './pager.tsx';
import { listsText } from './text.ts';
import { usePageSize } from './usePageSize.ts';

/** What is said of the document as a whole, and the sums that its own text states. */
export function Notes({ view, onPlace }: { view: ReadingView; onPlace: (place: string) => void }) {
  const { text } = useText(listsText);
  return (
    <>
      <h3>{text.crossFoots}</h3>
      <Paged diagnostics={view.crossFoots} none={text.crossFootsNone} onPlace={onPlace} />
      <h3>{text.general}</h3>
      <Paged diagnostics={view.general} none={text.generalNone} onPlace={onPlace} />
    </>
  );
}

interface PagedProps {
  diagnostics: ReadingView['general'];
  none: string;
  onPlace?: (place: string) => void;
}

function Paged({ diagnostics, none, onPlace }: PagedProps) {
  const [page, setPage] = useState(0);
  const size = usePageSize(60);
  const seen = pageOf(diagnostics, size, page);
  if (seen.total === 0) return <p class="quiet">{none}</p>;
  return (
    <>
      <DiagnosticList diagnostics={seen.items} {...(onPlace ? { onPlace } : {})} />
      <Pager of={seen} onPage={setPage} />
    </>
  );
}
