import { useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Message } from '../controls/message.tsx';
import { useText } from '../controls/useText.ts';
import { hersText } from './hersText.ts';
import { usePane } from './paneContext.ts';

/** Brings a file of the clerk's own into the browser's workbook; its sheets are what 使用我现有的表格 then looks at. */
export type OpenFile = (file: File) => Promise<void>;

export function OpenFileButton({ open }: { open: OpenFile }) {
  const { view, session } = usePane();
  const { text } = useText(hersText);
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<keyof typeof text.file.failed | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailed(null);
    try {
      await open(file);
    } catch (thrown) {
      const { why } = thrown as { why?: keyof typeof text.file.failed };
      setFailed(why ?? 'unreadable');
      return;
    }
    await session.hers.propose();
  };
  if (view.phase !== 'connected') return null;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv"
        aria-label={text.file.open}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          void take(file);
        }}
      />
      <Button small look="subtle" onClick={() => input.current?.click()}>
        {text.file.open}
      </Button>
      {failed && (
        <Message intent="error" dismiss={{ label: text.cancel, onClick: () => setFailed(null) }}>
          {text.file.failed[failed]}
        </Message>
      )}
    </>
  );
}
