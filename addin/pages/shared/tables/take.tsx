import { useState } from 'preact/hooks';
import { Button } from '../../../controls/button.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from '../keyed/problemBar.tsx';
import type { FileApi } from './fileApi.ts';
import { saveFile } from './saveFile.ts';
import { tablesText } from './text.ts';
import './tables.css';
import './print.css';

/** Where a table's files come from. */
export interface TakenFiles {
  files: FileApi;
  /** The route that stands behind the table, with its query: it gives the same table as a file. */
  path: string;
  /** What such a file holds, where there are several: 应报项, 填报内容. */
  name?: string;
}

interface TakeProps {
  /** What is taken along, for those who do not see it. */
  label: string;
  /** Puts it on the clipboard; tells how many rows. */
  onCopy: () => Promise<number>;
  /** Where files of it come from; none where nothing of it is stored. */
  from: readonly TakenFiles[];
}

/** Takes a table along: by the clipboard, as .xlsx or CSV, on paper. One control for every table of every page. */
export function Take({ label, onCopy, from }: TakeProps) {
  const { text, language } = useText(tablesText);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const act = (what: () => Promise<string>) => {
    setProblem(null);
    setSaid('');
    what().then(setSaid, setProblem);
  };
  const save = async ({ files, path }: TakenFiles, format: 'csv' | 'xlsx') => {
    const query = `${path}${path.includes('?') ? '&' : '?'}format=${format}&language=${language}`;
    return text.saved(saveFile(await files(query)));
  };
  return (
    <>
      <div class="take" role="group" aria-label={text.take(label)}>
        <span role="status" class="quiet">
          {said}
        </span>
        <Button small look="subtle" onClick={() => act(async () => text.copied(await onCopy()))}>
          {text.copy}
        </Button>
        {from.map((one) => (
          <span key={one.path} class="take-files">
            {one.name !== undefined && <span class="quiet">{one.name}</span>}
            <Button
              small
              look="subtle"
              label={text.named(text.xlsxLabel, one.name)}
              onClick={() => act(() => save(one, 'xlsx'))}
            >
              Excel
            </Button>
            <Button
              small
              look="subtle"
              label={text.named(text.csvLabel, one.name)}
              onClick={() => act(() => save(one, 'csv'))}
            >
              CSV
            </Button>
          </span>
        ))}
        <Button small look="subtle" onClick={() => print()}>
          {text.print}
        </Button>
      </div>
      {problem !== null && <ProblemBar problem={problem} />}
    </>
  );
}
