/**
 * What people have reported of Excel and no documentation tells. Versions differ, so that each habit is switched on by
 * itself. Where a number stands alone it is an issue of github.com/OfficeDev/office-js.
 */
export interface Habits {
  /**
   * Values written as a grid over rows of which a filter hides some land in the rows that are shown, one after another:
   * 224, github.com/xlwings/xlwings 679, 747 and 2619. Rows hidden by hand take theirs (xlwings 679), and so does one cell.
   */
  filteredWrites: 'as sent' | 'misplaced';
  /** Rows of a filtered table are not deleted: an exception (468), or nothing happens (994). */
  filteredDeletes: 'deleted' | 'refused' | 'ignored';
  /** `worksheet.notes` fails although the requirement set is there, on the web and in Teams: 6198. */
  notes: 'work' | 'fail';
  /** A rule set over cells whose rules differ is refused, unless they are cleared before: 2594. */
  mixedValidation: 'replaced' | 'refused';
  /** A choice from a dropdown raises no event: 420, 3888, 4066. */
  dropdownEvents: 'told' | 'silent';
  /** That the selection has moved raises no event: now and then 533, in one release 6311. */
  selectionEvents: 'told' | 'silent';
  /** What an add-in writes is a step that can be undone, or ends what can be: 3778, 3788, 6170; kept from ExcelApi 1.19 or 1.20 on. */
  undo: 'kept' | 'cleared';
  /** What `getRanges` wants between two addresses: the locale's own separator on Windows, 1167 and 1985. */
  listSeparator: ',' | ';';
  /** Whether a dialog finds what the pane keeps in the browser's storage: not on the web, 1868 and 3820. */
  dialogStorage: 'shared' | 'apart';
}

/** As Microsoft's documentation tells it. */
export const documented: Habits = {
  filteredWrites: 'as sent',
  filteredDeletes: 'deleted',
  notes: 'work',
  mixedValidation: 'replaced',
  dropdownEvents: 'told',
  selectionEvents: 'told',
  undo: 'kept',
  listSeparator: ',',
  dialogStorage: 'shared',
};

/** Each habit that the workbook port meets by itself, away from the documentation. */
export const reported: readonly Partial<Habits>[] = [
  { filteredWrites: 'misplaced' },
  { filteredDeletes: 'refused' },
  { filteredDeletes: 'ignored' },
  { notes: 'fail' },
  { mixedValidation: 'refused' },
  { dropdownEvents: 'silent' },
  { selectionEvents: 'silent' },
  { undo: 'cleared' },
  { listSeparator: ';' },
];
