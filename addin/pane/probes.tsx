import { useEffect, useState } from 'preact/hooks';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { TextArea } from '../controls/textArea.tsx';
import { useText } from '../controls/useText.ts';
import { texts } from '../text/texts.ts';
import './probes.css';

/** Probes of this computer's spreadsheet: some by themselves, some with a person's hands, and a report. */
export type OpenProbes = () => Promise<{
  begin(): Promise<void>;
  finish(): Promise<string>;
  abandon(): Promise<void>;
}>;

const probesText = texts(
  {
    heading: '探测这台电脑的 Excel',
    about: '会新建一张工作表“台账探测”，试完即删，不动台账。结果是一段文字，请复制后发给管理员。',
    begin: '开始探测',
    running: '正在探测，请不要操作表格……',
    hands: [
      '在 J2 的下拉里选一项。',
      '在 J4 键入 1 并回车，等 J6 出现“已写”。',
      '按 Ctrl+Z，直到 J4 变空，或不能再撤销。',
    ],
    finish: '做完了，看结果',
    report: '探测结果',
    copy: '复制',
    copied: '已复制',
    failed: (what: string) => `探测没有完成：${what}`,
    close: '关闭',
  },
  {
    heading: 'Probe the Excel of this computer',
    about:
      'It makes a sheet “台账探测” and takes it away again; the ledger is not touched. The result is a text to copy and send to the administrator.',
    begin: 'Begin',
    running: 'Probing. Please leave the sheet alone…',
    hands: [
      'Choose something from the dropdown of J2.',
      'Type 1 into J4, press Enter, and wait for 已写 in J6.',
      'Press Ctrl+Z until J4 is blank, or nothing more can be undone.',
    ],
    finish: 'Done, show the result',
    report: 'Result',
    copy: 'Copy',
    copied: 'Copied',
    failed: (what: string) => `The probes did not end: ${what}`,
    close: 'Close',
  },
);

type Stage = 'begin' | 'running' | 'hands' | { report: string };

/** Hidden until Ctrl+Alt+P: it is for whoever looks after the add-in, on a clerk's computer. */
export function Probes({ open }: { open: OpenProbes }) {
  const { text } = useText(probesText);
  const [shown, setShown] = useState(false);
  const [stage, setStage] = useState<Stage>('begin');
  const [run, setRun] = useState<Awaited<ReturnType<OpenProbes>> | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.altKey && event.code === 'KeyP') setShown(true);
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  if (!shown) return null;

  const failed = (thrown: unknown) => setStage({ report: text.failed(String(thrown)) });
  const begin = async () => {
    setStage('running');
    const probes = await open();
    setRun(probes);
    await probes.begin().catch(async (thrown: unknown) => {
      await probes.abandon().catch(() => {});
      throw thrown;
    });
    setStage('hands');
  };
  const finish = async () => setStage({ report: await run!.finish() });
  const close = () => {
    if (stage === 'hands') void run?.abandon().catch(failed);
    setShown(false);
    setCopied(false);
    setStage('begin');
  };

  return (
    <Section title={text.heading}>
      <div class="tz-card tz-probes">
        {stage === 'begin' && <p class="tz-hint">{text.about}</p>}
        {stage === 'running' && (
          <p class="tz-hint" role="status">
            {text.running}
          </p>
        )}
        {stage === 'hands' && (
          <ol class="tz-hint">
            {text.hands.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        )}
        {typeof stage === 'object' && (
          <TextArea label={text.report} value={stage.report} onInput={() => {}} longest={20_000} />
        )}
        <Actions>
          {stage === 'begin' && (
            <Button look="primary" onClick={() => void begin().catch(failed)}>
              {text.begin}
            </Button>
          )}
          {stage === 'hands' && (
            <Button look="primary" onClick={() => void finish().catch(failed)}>
              {text.finish}
            </Button>
          )}
          {typeof stage === 'object' && (
            <Button
              look="primary"
              onClick={() =>
                void navigator.clipboard.writeText(stage.report).then(
                  () => setCopied(true),
                  () => {},
                )
              }
            >
              {copied ? text.copied : text.copy}
            </Button>
          )}
          {stage !== 'running' && <Button onClick={close}>{text.close}</Button>}
        </Actions>
      </div>
    </Section>
  );
}
