import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import type { TemplateFormat } from './listsApi.ts';
import { listsText } from './text.ts';

const formats: readonly TemplateFormat[] = ['xlsx', 'docx'];

/** Offers the template of a list as a file. */
export function Template({ onTemplate }: { onTemplate: (format: TemplateFormat) => Promise<Blob> }) {
  const { text } = useText(listsText);
  const [problem, setProblem] = useState<unknown>(null);
  const take = (format: TemplateFormat) => {
    setProblem(null);
    void onTemplate(format).then((file) => save(file, `task-list.${format}`), setProblem);
  };
  return (
    <>
      <p class="quiet template">
        {text.template}{' '}
        {formats.map((format) => (
          <Fragment key={format}>
            <LinkButton onClick={() => take(format)}>.{format}</LinkButton>{' '}
          </Fragment>
        ))}
      </p>
      {problem !== null && <ProblemBar problem={problem} />}
    </>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
