import { useState } from 'preact/hooks';
import type { BulletinSentence } from '../../../shared/bulletin/content.ts';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { obligationAddress } from '../shared/desk/obligationAddress.ts';
import { keyWords } from './model/keyWords.ts';
import { figureName } from './figureName.ts';
import { bulletinsText } from './text.ts';

type Figure = BulletinSentence['figures'][number];

interface FiguresProps {
  figures: readonly Figure[];
  units: ReadonlyMap<string, string>;
}

/** So many obligations are listed at once. */
const most = 300;

/** The numbers of a sentence; each opens what it counts. */
export function Figures({ figures, units }: FiguresProps) {
  const { text, language } = useText(bulletinsText);
  const [open, setOpen] = useState<Figure | null>(null);
  const counted = figures.filter(({ keys }) => keys.length > 0);
  if (counted.length === 0) return null;
  return (
    <div class="figures no-print" role="group" aria-label={text.figures}>
      {counted.map((figure, at) => (
        <LinkButton
          key={at}
          label={text.figureLabel(figureName(figure.name, language), figure.value)}
          onClick={() => setOpen(figure)}
        >
          {text.figure(figureName(figure.name, language), figure.value)}
        </LinkButton>
      ))}
      {open && (
        <Dialog class="ask behind" labelledBy="behind-heading" closesOutside onClose={() => setOpen(null)}>
          {(close) => (
            <>
              <h2 id="behind-heading">{text.behind(figureName(open.name, language), open.value)}</h2>
              <ul class="behind-keys">
                {open.keys.slice(0, most).map((key) => (
                  <li key={key}>
                    <a href={obligationAddress(key)}>{keyWords(key, units, language)}</a>
                  </li>
                ))}
              </ul>
              {open.keys.length > most && <p class="quiet">{text.behindMore(open.keys.length - most)}</p>}
              <Button onClick={close}>{text.close}</Button>
            </>
          )}
        </Dialog>
      )}
    </div>
  );
}
