import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { isExplanation } from '../../../shared/ledgers/explanation.ts';
import { useText } from '../../controls/useText.ts';
import { letterOf } from './places.ts';
import { reasonText } from './reasons.ts';
import { uploadText } from './text.ts';

/** What of a file is not read, and why: sheets, rows, columns, and reports whose time has not come. */
export function Unread({ proposal, isOpen }: { proposal: WorkbookProposal; isOpen: boolean }) {
  const { text, language } = useText(uploadText);
  const { text: reasons } = useText(reasonText);
  const comma = language === 'zh' ? '、' : ', ';
  const lines = proposal.sheets.flatMap(({ name, isRead, why, rows, columns, matches }) => {
    if (!isRead) return [text.unreadSheet(name, reasons.notRead[why as keyof typeof reasons.notRead] ?? '')];
    const kinds = Object.entries(rows).flatMap(([kind, count]) => {
      const said = reasons.rows[kind as keyof typeof reasons.rows];
      return said === undefined ? [] : [said(count)];
    });
    const own = matches.filter(({ why: reason }) => reason === 'own-work').length;
    const found = [...kinds, ...(own > 0 ? [`${text.notOfList} ${own}`] : [])];
    const left = columns
      .filter(({ role, filled, heading }) => role === 'unread' && filled > 0 && !isExplanation(heading))
      .map(({ heading, column }) => heading.trim() || text.noHeading(letterOf(column)));
    return [
      ...(found.length > 0 ? [text.unreadRows(name, found.join(comma))] : []),
      ...(left.length > 0 ? [text.unreadColumns(name, left.join(comma))] : []),
    ];
  });
  const waiting = proposal.reports.filter(({ state }) => state === 'notOpen').length;
  if (waiting > 0) lines.push(text.notOpen(waiting));
  const told = proposal.told.map((each) => each[language]);
  if (lines.length + told.length === 0) return null;
  return (
    <details class="card unread" open={isOpen}>
      <summary>{text.unread}</summary>
      <ul>
        {[...told, ...lines].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
