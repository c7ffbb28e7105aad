import { useState } from 'preact/hooks';
import type { ProgressAnswer, Quantity } from '../../../../shared/wire/progress.ts';
import { GroupName } from './groupTable.tsx';
import { percent } from './numbers.ts';
import { useProgressText } from './text.ts';

/** What has been counted against what the list asks for, arrangement by arrangement, with what does not add up. */
export function QuantityTable({ answer }: { answer: ProgressAnswer }) {
  const { text, language } = useProgressText();
  const [onlyTargets, setOnlyTargets] = useState(true);
  const rows = answer.groups
    .flatMap((group) => (group.quantities ?? []).map((quantity) => ({ group, quantity })))
    .filter(({ quantity }) => quantity.indicator !== 'done' && (!onlyTargets || quantity.target !== null));
  const findingsOf = (quantity: Quantity) =>
    answer.findings.filter(
      (found) => found.arrangement === quantity.arrangement && found.indicator === quantity.indicator,
    );
  return (
    <>
      <p class="quiet intro">
        {text.quantityIntro}
        <label>
          <input
            type="checkbox"
            checked={onlyTargets}
            onChange={(event) => setOnlyTargets(event.currentTarget.checked)}
          />{' '}
          {text.onlyTargets}
        </label>
      </p>
      {rows.length === 0 ? (
        <p class="quiet">{text.noQuantities}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.groupColumn.arrangement}</th>
                <th scope="col">{text.quantity.indicator}</th>
                <th scope="col" class="rate">
                  {text.quantity.reported}
                </th>
                <th scope="col" class="number">
                  {text.quantity.allocated}
                </th>
                <th scope="col" class="number">
                  {text.quantity.target}
                </th>
                <th scope="col">{text.quantity.mode}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, quantity }) => (
                <tr key={`${quantity.arrangement} ${quantity.indicator}`}>
                  <th scope="row">
                    <GroupName groupBy="arrangement" id={quantity.arrangement} name={group.name} />
                  </th>
                  <td>
                    {quantity.label}
                    {findingsOf(quantity).map((found) => (
                      <p key={found.rule} class="warn">
                        {found[language]}
                      </p>
                    ))}
                  </td>
                  <td class="rate">
                    <Reported quantity={quantity} />
                  </td>
                  <td class="number">
                    {quantity.allocated ?? <span class="zero">{text.notAllocated}</span>}
                  </td>
                  <td class="number">
                    {quantity.target === null ? (
                      <span class="zero">{text.noTarget}</span>
                    ) : (
                      `${quantity.target} ${quantity.unitOfMeasure}`
                    )}
                  </td>
                  <td>{text.modes[quantity.mode]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Reported({ quantity }: { quantity: Quantity }) {
  const { text } = useProgressText();
  const { reported, target, unitOfMeasure } = quantity;
  if (reported === null) return <span class="zero">{text.notReported}</span>;
  if (!target) return <>{`${reported} ${unitOfMeasure}`}</>;
  return (
    <span class="bar-line">
      <span class="bar" aria-hidden="true">
        <i
          class={reported > target ? 'over' : 'onTime'}
          style={{ width: `${Math.min(100, (100 * reported) / target)}%` }}
        />
      </span>
      <span class="percent">
        {reported} {unitOfMeasure} · {percent(reported / target)}
      </span>
    </span>
  );
}
