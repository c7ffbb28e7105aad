import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../controls/button.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { copySelected, copyTable } from './copyTable.ts';
import type { FileApi } from './fileApi.ts';
import { saveFile } from './saveFile.ts';
import { tablesText } from './text.ts';
import './tables.css';

interface TableFrameProps {
  /** What the table is called, for those who do not see it. */
  label: string;
  files: FileApi;
  /** The route that stands behind the table, with its query: it gives the same table as a file. */
  path: string;
  /** What is said over it. */
  head?: string;
  children: ComponentChildren;
}

/** A table that can be taken along: copied, saved as .xlsx or CSV, printed. */
export function TableFrame({ label, files, path, head, children }: TableFrameProps) {
  const { text, language } = useText(tablesText);
  const self = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const act = (what: () => Promise<string>) => {
    setProblem(null);
    setSaid('');
    what().then(setSaid, setProblem);
  };
  const copy = async () => {
    const table = self.current!.querySelector('table')!;
    await copyTable(table);
    return text.copied(table.tBodies[0]?.rows.length ?? 0);
  };
  const save = async (format: 'csv' | 'xlsx') => {
    const query = `${path}${path.includes('?') ? '&' : '?'}format=${format}&language=${language}`;
    return text.saved(saveFile(await files(query)));
  };
  return (
    <div ref={self} class="taken" onCopy={copySelected}>
      <div class="taken-top">
        {head !== undefined && <h2>{head}</h2>}
        <div class="take" role="group" aria-label={text.take(label)}>
          <span role="status" class="quiet">
            {said}
          </span>
          <Button small look="subtle" onClick={() => act(copy)}>
            {text.copy}
          </Button>
          <Button small look="subtle" label={text.xlsxLabel} onClick={() => act(() => save('xlsx'))}>
            Excel
          </Button>
          <Button small look="subtle" label={text.csvLabel} onClick={() => act(() => save('csv'))}>
            CSV
          </Button>
          <Button small look="subtle" onClick={() => print()}>
            {text.print}
          </Button>
        </div>
      </div>
      {problem !== null && <ProblemBar problem={problem} />}
      <div class="scroll">{children}</div>
    </div>
  );
}
