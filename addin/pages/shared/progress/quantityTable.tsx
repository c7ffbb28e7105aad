import { modeNames, quantityNames } from '../../../../shared/progress/quantityNames.ts';
import { shownQuantities } from '../../../../shared/tables/quantitiesTable.ts';
import type { Quantity } from '../../../../shared/wire/progress.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { TableFrame } from '../tables/tableFrame.tsx';
import { type AnswerTableProps, GroupName } from './groupTable.tsx';
import { percent } from './numbers.ts';
import { pathOf } from './progressApi.ts';
import { useProgressText } from './text.ts';

/** What has been counted against what the list asks for, arrangement by arrangement, with what does not add up. */
export function QuantityTable({ answer, files, query, view, change }: AnswerTableProps) {
  const { text, language } = useProgressText();
  const onlyTargets = view.all !== true;
  const rows = shownQuantities(answer, onlyTargets);
  const findingsOf = (quantity: Quantity) =>
    answer.findings.filter(
      (found) => found.arrangement === quantity.arrangement && found.indicator === quantity.indicator,
    );
  const path = pathOf('/progress', {
    ...query,
    groupBy: 'arrangement',
    quantities: 'true',
    targets: String(onlyTargets),
  });
  const head = (name: keyof typeof quantityNames, shape?: string) => (
    <th scope="col" class={shape}>
      {quantityNames[name][language]}
    </th>
  );
  return (
    <>
      <p class="quiet intro">
        {text.quantityIntro}
        <label class="no-print">
          <input
            type="checkbox"
            checked={onlyTargets}
            onChange={(event) => change({ all: event.currentTarget.checked ? undefined : true })}
          />{' '}
          {text.onlyTargets}
        </label>
      </p>
      {rows.length === 0 ? (
        <p class="quiet">{text.noQuantities}</p>
      ) : (
        <TableFrame label={text.tabs.quantity} files={files} path={path}>
          <table>
            <thead>
              <tr>
                {head('arrangement')}
                {head('indicator')}
                {head('reported', 'rate')}
                {head('allocated', 'number')}
                {head('target', 'number')}
                {head('mode')}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, quantity }) => (
                <tr key={`${quantity.arrangement} ${quantity.indicator}`}>
                  <th scope="row" data-text={`${quantity.arrangement} ${group.name}`}>
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
                    <Reported
                      quantity={quantity}
                      onOpen={() =>
                        change({
                          open: { what: 'quantity', of: quantity.arrangement, at: quantity.indicator },
                        })
                      }
                    />
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
                  <td>{modeNames[quantity.mode][language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </>
  );
}

/** The count, a way to the units that it is made of; beside a target with a bar. */
function Reported({ quantity, onOpen }: { quantity: Quantity; onOpen: () => void }) {
  const { text } = useProgressText();
  const { reported, target, unitOfMeasure } = quantity;
  const shown = reported === null ? text.notReported : `${reported} ${unitOfMeasure}`;
  const way = (
    <LinkButton label={text.openUnits(quantity.arrangement, quantity.label, shown)} onClick={onOpen}>
      {shown}
    </LinkButton>
  );
  if (reported === null || !target) return way;
  return (
    <span class="bar-line">
      <span class="bar" aria-hidden="true">
        <i
          class={reported > target ? 'over' : 'onTime'}
          style={{ width: `${Math.min(100, (100 * reported) / target)}%` }}
        />
      </span>
      <span class="percent">
        {way} · {percent(reported / target)}
      </span>
    </span>
  );
}
