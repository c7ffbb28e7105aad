import { factsOf } from '../columns/facts.ts';
import { trimBlanks } from '../import/text/characters.ts';
import { holdsValues, labelled, type FormRole } from './labels.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import type { CellPlace, RowProposal, SheetAsTable, SheetProposal } from './proposal.ts';

/** Forms as a table: a form a row, a label a column, and for each cell where it stands in the sheet. */

/** A label of a form and the cell that its value goes into, be it blank as yet. */
export interface FormPart {
  role: FormRole;
  heading: string;
  label: CellPlace;
  value: CellPlace;
}

/** What a form says, and where; `null`: not each of its values has a cell of its own. */
export interface FormRead {
  read: SheetProposal;
  parts: readonly FormPart[] | null;
}

/** A label as it was found: with its value, alone, or both in one cell. */
export interface FoundLabel {
  role: FormRole;
  heading: string;
  label: CellPlace;
  value: CellPlace | null;
  isInOneCell: boolean;
}

/**
 * The parts of a form: the values of all labels stand as that of the work does, beside or below, be they blank. `null` where one stands
 * otherwise, shares its cell with its label, or has no cell: nothing could be written there without a guess.
 */
export function partsOf(view: SheetView, found: readonly FoundLabel[]): FormPart[] | null {
  const told = found.filter(({ value }) => value !== null);
  const work = told.find(({ role }) => role === 'arrangements') ?? told.find(({ role }) => role === 'name');
  const lead = work?.isInOneCell === true ? told.find(({ isInOneCell }) => !isInOneCell) : work;
  if (work === undefined || lead === undefined) return null;
  const areBeside = lead.label.row === lead.value!.row;
  const isWhole = ({ row, column }: CellPlace): boolean => {
    const merge = view.mergeAt(row, column);
    return merge === null || (merge.row === row && merge.column === column);
  };
  // A second value beside that of the work is another report's.
  if (areBeside && isBesideAnother(view, lead.value!)) return null;
  const parts: FormPart[] = [];
  for (const { role, heading, label, value, isInOneCell } of found) {
    if (parts.some((part) => part.role === role)) continue;
    const isWritten = holdsValues(heading) || role === 'contact';
    if (isInOneCell) {
      if (isWritten) return null;
      parts.push({ role, heading, label, value: label });
      continue;
    }
    // A title may end as a label does.
    if (value === null && label.row < work.label.row && view.texts(label.row).length === 1) continue;
    const { rows = 1, columns = 1 } = view.mergeAt(label.row, label.column) ?? {};
    const place = areBeside
      ? { row: label.row, column: label.column + columns }
      : { row: label.row + rows, column: label.column };
    const isAsTheOthers = value?.row === place.row && value.column === place.column;
    const isFree = isWhole(place) && view.own(place.row, place.column) === null;
    if (isAsTheOthers || isFree) parts.push({ role, heading, label, value: place });
    // One of two labels of the same role has its value where it should be.
    else if (isWritten && !(value === null && told.some((each) => each.role === role))) return null;
  }
  const cells = parts.flatMap((part) =>
    part.label === part.value ? [part.label] : [part.label, part.value],
  );
  const names = cells.map(({ row, column }) => `${row} ${column}`);
  return new Set(names).size === names.length ? parts : null;
}

function isBesideAnother(view: SheetView, { row, column }: CellPlace): boolean {
  const { columns = 1 } = view.mergeAt(row, column) ?? {};
  for (let at = column + columns; at < view.width; at += 1) {
    const text = view.text(row, at);
    if (text !== '') return labelled(text) === null;
  }
  return false;
}

/** The forms of a sheet as a table; `null` where one of them has values without a cell of their own. */
export function tableOfForms(view: SheetView, forms: readonly FormRead[]): SheetAsTable | null {
  const read = forms.filter((form) => form.read.isRead);
  if (read.length === 0 || read.some(({ parts }) => parts === null)) return null;
  const first = new Map<FormRole, FormPart>();
  for (const { parts } of read)
    for (const part of parts!) if (!first.has(part.role)) first.set(part.role, part);
  const roles = [...first.keys()];
  const work: FormRole = roles.includes('arrangements') ? 'arrangements' : 'name';
  const codes = read.map((form) => form.read.rows[0]?.matches[0]?.code);
  // A form that alone is of its arrangement is filled in anew for each period: what it says of the period does not tell which it is.
  const isOverwritten = new Set(codes).size === codes.length;
  const places = [
    roles.map((role): CellPlace | null => first.get(role)!.label),
    ...forms.map(({ parts, read: { isRead } }) =>
      roles.map((role) => (isRead ? (parts?.find((part) => part.role === role)?.value ?? null) : null)),
    ),
  ];
  const cellAt = (place: CellPlace | null): LedgerCell | null =>
    place === null ? null : view.own(place.row, place.column);
  const cells = places.map((line) => line.map(cellAt));
  const columns = roles.map((role, column): SheetProposal['columns'][number] => {
    const heading = trimBlanks(first.get(role)!.heading);
    const facts = factsOf(cells.slice(1).map((line) => line[column]?.text ?? ''));
    const told = role === work ? 'arrangements' : role === 'period' && isOverwritten ? 'unread' : role;
    return { column, heading, role: told, confidence: 'certain', from: [], candidates: [], facts };
  });
  const rows = forms.map(({ read: form }, at): RowProposal => {
    if (form.isRead)
      return { row: at + 1, is: 'arrangement', matches: form.rows[0]!.matches, reports: form.gathered };
    const is = form.why === 'other-unit' || form.why === 'other-year' ? form.why : 'arrangement';
    return { row: at + 1, is, matches: [], reports: [] };
  });
  const { name } = view.sheet;
  return {
    sheet: { name, rows: cells, merges: [] },
    proposal: {
      ...{ name, isRead: true, layout: 'rows' },
      ...{ titleRows: [], headerRows: [0], columns, rows, gathered: [] },
    },
    places,
    labels: [
      [],
      ...forms.map(({ parts }) =>
        roles.map((role) => parts?.filter((part) => part.role === role).map(({ label }) => label) ?? []),
      ),
    ],
  };
}
