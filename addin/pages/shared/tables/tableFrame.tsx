import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { copySelected, copyTables } from './copyTable.ts';
import type { FileApi } from './fileApi.ts';
import { Take } from './take.tsx';

interface TableFrameProps {
  /** What the table is called, for those who do not see it. */
  label: string;
  /** Where its files come from: the route that stands behind it, with its query. Without them it is copied and printed. */
  files?: FileApi;
  path?: string;
  /** What is said over it. */
  head?: ComponentChildren;
  /** Nothing in it takes the keyboard: then its frame does, so that it is moved sideways by keys. */
  reached?: boolean;
  children: ComponentChildren;
}

/** A table, or some that belong together, that can be taken along: copied, saved as .xlsx or CSV, printed. */
export function TableFrame({ label, files, path, head, reached = false, children }: TableFrameProps) {
  const self = useRef<HTMLDivElement>(null);
  return (
    <div ref={self} class="taken" onCopy={copySelected}>
      <div class="taken-top">
        {head !== undefined && <h2>{head}</h2>}
        <Take
          label={label}
          onCopy={() => copyTables([...self.current!.querySelectorAll('table')])}
          from={files && path !== undefined ? [{ files, path }] : []}
        />
      </div>
      <div class="scroll" {...(reached && { role: 'region', tabIndex: 0, 'aria-label': label })}>
        {children}
      </div>
    </div>
  );
}
