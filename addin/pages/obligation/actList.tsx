import type { ActKind } from '../../../shared/wire/act.ts';
import type { ObligationDetail } from '../../../shared/wire/obligationDetail.ts';
import { useText } from '../../controls/useText.ts';
import { actsText } from '../shared/acts/text.ts';
import { timeOf } from '../shared/progress/obligationEntry.tsx';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { obligationText } from './text.ts';

/** What the bureau has decided of it, the latest first: who, when, why, and by which document. */
export function ActList({ acts }: { acts: ObligationDetail['acts'] }) {
  const { text } = useText(obligationText);
  const { text: words } = useText(actsText);
  if (acts.length === 0)
    return (
      <>
        <h2>{text.acts}</h2>
        <p class="quiet">{text.noActs}</p>
      </>
    );
  const latestFirst = [...acts].reverse();
  return (
    <TableFrame reached label={text.acts} head={text.acts}>
      <table>
        <thead>
          <tr>
            {Object.entries(text.actColumns).map(([id, name]) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {latestFirst.map((act, place) => (
            <tr key={place}>
              <th scope="row" class="short">
                {timeOf(act.at)}
              </th>
              <td class="short">{act.by}</td>
              <td class="short">
                {words.acts[act.act as ActKind] ?? act.act}
                {act.outcome !== 'applied' && <span class="tag">{words.outcomes[act.outcome]}</span>}
              </td>
              <td class="note">
                {[
                  act.due !== null && text.newDue(act.due),
                  act.until !== null && text.until(act.until),
                  act.document !== null && text.document(act.document),
                  act.reason !== null && text.reason(act.reason),
                ]
                  .filter((each) => each !== false)
                  .map((each) => (
                    <span key={each} class="act-about">
                      {each}
                    </span>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
