import { Badge } from '../controls/badge.tsx';
import { useText } from '../controls/useText.ts';
import type { SyncSummary } from '../flows/ledger.ts';
import { usePane } from './paneContext.ts';
import { clockTime, lastSyncWords } from './summary.ts';
import { paneText } from './text.ts';

/** What was synced when: the last time in sight, the ones before behind a click. */
export function Synced() {
  const { view } = usePane();
  const { text } = useText(paneText);
  const { ledger } = view;
  if (!ledger?.lastSync) return null;
  const time = ({ at }: SyncSummary) => <time dateTime={at}>{clockTime(at, new Date())}</time>;
  return (
    <div class="tz-last">
      <p>
        {text.last.heading} {time(ledger.lastSync)}
        <br />
        {lastSyncWords(ledger.lastSync, text)}
      </p>
      {ledger.earlier.length > 0 && (
        <details class="tz-more">
          <summary>
            {text.last.earlier} <Badge>{ledger.earlier.length}</Badge>
          </summary>
          <ul class="tz-list-plain">
            {ledger.earlier.map((each) => (
              <li key={each.at}>
                {time(each)} {lastSyncWords(each, text)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
