import { entrySentence } from '../../../shared/audit/entrySentence.ts';
import { countWords, placeWords, valueWords, whatWords } from '../../../shared/audit/whatWords.ts';
import type { AuditItem } from '../../../shared/wire/audit.ts';
import { useText } from '../../controls/useText.ts';
import { withYear } from '../shared/desk/withYear.ts';
import { auditText } from './text.ts';

/** So many changes of an entry are in view. */
const inView = 4;

/** Entries, the newest first: who, when, what, and what was changed from what to what. */
export function AuditTable({ entries }: { entries: readonly AuditItem[] }) {
  const { text, language } = useText(auditText);
  const { at, by, what, details, why } = text.columns;
  return (
    <table class="audit">
      <thead>
        <tr>
          {[at, by, what, details, why].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td class="at">
              <time dateTime={entry.at}>{entry.at.slice(0, 19).replace('T', ' ')}</time>
            </td>
            <th scope="row" title={entry.key}>
              {entry.by}
            </th>
            <td class="did" data-text={entrySentence(entry, language)}>
              {entrySentence(entry, language)}
              {entry.units.length === 1 && (
                <a
                  href={withYear(`/bureau?tab=each&unit=${encodeURIComponent(entry.units[0]!.id)}`)}
                  class="no-print"
                >
                  {entry.units[0]!.name}
                </a>
              )}
              {entry.obligation !== null && (
                <a
                  href={withYear(`/obligation?key=${encodeURIComponent(entry.obligation)}`)}
                  class="no-print"
                >
                  {text.openObligation}
                </a>
              )}
            </td>
            <td class="details" data-text={whatWords(entry, language)}>
              <Details entry={entry} />
            </td>
            <td class="why">
              {entry.reason}
              {entry.document !== null && <span class="quiet">{entry.document}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Counts and changed places; of many only the first few are open. */
function Details({ entry }: { entry: AuditItem }) {
  const { text, language } = useText(auditText);
  const line = ({ place, before, after }: AuditItem['changes'][number]) => (
    <li key={place}>
      {placeWords(place, entry.units, language)}
      {language === 'zh' ? '：' : ': '}
      {before !== null && <del>{valueWords(place, before, language)}</del>}
      {before !== null && ' → '}
      {valueWords(place, after, language)}
    </li>
  );
  const [first, rest] = [entry.changes.slice(0, inView), entry.changes.slice(inView)];
  return (
    <>
      {Object.keys(entry.counts).length > 0 && <span>{countWords(entry.counts, language)}</span>}
      {first.length > 0 && <ul>{first.map(line)}</ul>}
      {rest.length > 0 && (
        <details>
          <summary>{text.rest(rest.length)}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
      {entry.more > 0 && <span class="quiet">{text.unlisted(entry.more)}</span>}
    </>
  );
}
