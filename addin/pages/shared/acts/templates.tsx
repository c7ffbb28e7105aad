import { useState } from 'preact/hooks';
import { Button } from '../../../controls/button.tsx';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { useText } from '../../../controls/useText.ts';
import { keepReasons, readReasons, reasonsOf } from './returnReasons.ts';
import { actsText } from './text.ts';

/** Reasons that are given again and again: one is taken by a click; they are edited here, and kept in the browser. */
export function Templates({ onTake }: { onTake: (reason: string) => void }) {
  const { text } = useText(actsText);
  const [reasons, setReasons] = useState(() => readReasons());
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div class="templates">
      <p class="quiet">{text.templates}</p>
      {draft === null ? (
        <>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>
                <LinkButton label={text.useTemplate(reason)} onClick={() => onTake(reason)}>
                  {reason}
                </LinkButton>
              </li>
            ))}
          </ul>
          <Button small look="subtle" onClick={() => setDraft(reasons.join('\n'))}>
            {text.editTemplates}
          </Button>
        </>
      ) : (
        <>
          <label class="templates-edit">
            <span>{text.templatesLabel}</span>
            <textarea rows={6} value={draft} onInput={(event) => setDraft(event.currentTarget.value)} />
          </label>
          <Button
            small
            onClick={() => {
              keepReasons(reasonsOf(draft));
              setReasons(readReasons());
              setDraft(null);
            }}
          >
            {text.keepTemplates}
          </Button>
        </>
      )}
    </div>
  );
}
