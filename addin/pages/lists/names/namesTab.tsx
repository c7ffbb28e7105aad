import type { ComponentProps, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../../controls/useText.ts';
import type { NamesPanel } from './namesPanel.tsx';
import { namesText } from './text.ts';

type Props = ComponentProps<typeof NamesPanel>;

/** The tab of names, loaded when it is first opened: with it come the Traditional characters, by which names are compared. */
export function NamesTab(props: Props) {
  const { text } = useText(namesText);
  const [state, setState] = useState<{ Panel: FunctionComponent<Props> | null; failed: boolean }>({
    Panel: null,
    failed: false,
  });
  useEffect(() => {
    import('./namesPanel.tsx').then(
      (loaded) => setState({ Panel: loaded.NamesPanel, failed: false }),
      () => setState({ Panel: null, failed: true }),
    );
  }, []);
  const { Panel, failed } = state;
  return Panel ? <Panel {...props} /> : <p role="status">{failed ? text.failed : text.loading}</p>;
}
