import { useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { saveFile } from '../shared/tables/saveFile.ts';
import type { BulletinsApi } from './bulletinsApi.ts';
import { bulletinsText } from './text.ts';

interface TakeBarProps {
  api: BulletinsApi;
  id: string;
  title: string;
}

/** A bulletin taken along: as Word file, as Markdown, as text for a chat. */
export function TakeBar({ api, id, title }: TakeBarProps) {
  const { text } = useText(bulletinsText);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const act = (what: () => Promise<string>) => {
    setSaid('');
    setProblem(null);
    what().then(setSaid, setProblem);
  };
  const save = (form: 'docx' | 'markdown') => async () => text.saved(saveFile(await api.file(id, form)));
  const copy = async () => {
    const { content } = await api.file(id, 'text');
    await navigator.clipboard.writeText(await content.text());
    return text.textCopied;
  };
  return (
    <div class="take-bar no-print">
      <Button small label={text.wordOf(title)} onClick={() => act(save('docx'))}>
        {text.word}
      </Button>
      <Button small look="subtle" label={text.markdownOf(title)} onClick={() => act(save('markdown'))}>
        {text.markdown}
      </Button>
      <Button small look="subtle" label={text.copyTextOf(title)} onClick={() => act(copy)}>
        {text.copyText}
      </Button>
      <span role="status" class="quiet">
        {said}
      </span>
      {problem !== null && <ProblemBar problem={problem} />}
    </div>
  );
}
