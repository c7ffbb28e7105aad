import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { indicatorColumns } from '../../../../shared/tables/indicatorTable.ts';
import type { IndicatorUnits } from '../../../../shared/wire/indicatorUnits.ts';
import { Button } from '../../../controls/button.tsx';
import { Dialog } from '../../../controls/dialog.tsx';
import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import { TableFrame } from '../tables/tableFrame.tsx';
import { pathOf, type ProgressApi } from './progressApi.ts';
import { useProgressText } from './text.ts';

interface IndicatorDialogProps {
  api: ProgressApi;
  year: number;
  arrangement: string;
  indicator: string;
  onClose: () => void;
}

/** A quantity, opened to its units: how many each has counted, when, and what it last wrote. */
export function IndicatorDialog({ api, year, arrangement, indicator, onClose }: IndicatorDialogProps) {
  const { text } = useProgressText();
  const query = { year: String(year), arrangement, indicator };
  const { value, problem, again } = useLoaded(
    () => api.indicator(query),
    [api, year, arrangement, indicator],
  );
  const title = text.byUnit(`${arrangement} ${value?.quantity.label ?? ''}`);
  return (
    <Dialog label={title} class="wide" closesOutside onClose={onClose}>
      {(close) => (
        <div class="dialog-body">
          <div class="dialog-head">
            <div>
              <h2>{title}</h2>
              <p class="quiet">{value?.arrangementText}</p>
            </div>
            <div class="dialog-acts">
              <Button look="subtle" onClick={close}>
                {text.close}
              </Button>
            </div>
          </div>
          {problem !== null && <ProblemBar problem={problem} again={again} />}
          {value === null ? (
            problem === null && <Loading />
          ) : (
            <TableFrame label={title} files={api.file} path={pathOf('/progress/indicator', query)}>
              <UnitTable answer={value} />
            </TableFrame>
          )}
        </div>
      )}
    </Dialog>
  );
}

function UnitTable({ answer }: { answer: IndicatorUnits }) {
  const { text, language } = useProgressText();
  const { quantity, units } = answer;
  const head = (name: keyof typeof indicatorColumns, shape?: string) => (
    <th scope="col" class={shape}>
      {indicatorColumns[name][language]}
    </th>
  );
  const counted = (count: number | null) => (count === null ? '' : `${count} ${quantity.unitOfMeasure}`);
  return (
    <table class="units">
      <thead>
        <tr>
          {head('unit')}
          {head('reported', 'number')}
          {head('allocated', 'number')}
          {head('period')}
          {head('status')}
          {head('received')}
          {head('completed')}
          {head('note')}
        </tr>
      </thead>
      <tbody>
        {units.map(({ unit, counts, reported, allocated, latest }) => (
          <tr key={unit.id}>
            <th scope="row">
              {unit.name}
              {!counts && <span class="quiet">{text.notCounted}</span>}
            </th>
            <td class="number">
              {reported === null ? <span class="zero">{text.notReported}</span> : counted(reported)}
            </td>
            <td class="number">{counted(allocated)}</td>
            <td>{latest && periodWords(latest.period, language)}</td>
            <td class="short">{latest?.status}</td>
            <td class="short">{latest?.receivedAt.slice(0, 10)}</td>
            <td class="short">{latest?.completedOn}</td>
            <td class="note">{latest?.note}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.sum}</th>
          <td class="number">{counted(quantity.reported)}</td>
          <td class="number">{counted(quantity.allocated)}</td>
          <td colSpan={5}>{quantity.target !== null && text.ofTarget(counted(quantity.target))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
