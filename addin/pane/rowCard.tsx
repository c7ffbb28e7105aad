import { sentenceFor } from '../../shared/rules/sentences.ts';
import { counts } from '../../shared/rules/context.ts';
import { Section } from '../controls/section.tsx';
import { useText } from '../controls/useText.ts';
import { Dates, Reviewed } from './decided.tsx';
import { lateWords } from './dueList.ts';
import { isWanting } from '../flows/wanting.ts';
import { RowName } from './names.tsx';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

/** The row that the selection stands in: which arrangement and period it is, its whole sentence, and what is wrong. */
export function RowCard() {
  const { view } = usePane();
  const { text, language } = useText(paneText);
  const { ledger, selected, index } = view;
  const row = selected === null ? undefined : ledger?.rows.get(selected)?.server;
  if (!ledger || !index || !row) return null;
  const { districtTarget, allocation, indicator } = row.context;
  const findings = view.standings.get(row.key)?.findings ?? [];
  const late = isWanting(row) && row.due! < ledger.today;
  return (
    <Section quiet title={text.card.heading}>
      <div class="tz-row-card">
        <strong>
          <RowName row={row} />
        </strong>
        <Reviewed row={row} ledger={ledger} />
        <p class="tz-sentence">{row.arrangementText}</p>
        <p class="tz-hint">
          {counts(row.context) && text.card.targets(districtTarget, allocation, indicator.unitOfMeasure)}
          {row.due !== null && (
            <span class={late ? 'tz-late' : ''}>
              {late ? lateWords(row, ledger.today, text.due) : text.card.due(row.due)}
            </span>
          )}
        </p>
        <Dates row={row} ledger={ledger} />
        {findings.map((finding) => (
          <p class="tz-fault" key={finding.rule + finding.field}>
            {sentenceFor(finding, language)}
          </p>
        ))}
      </div>
    </Section>
  );
}
