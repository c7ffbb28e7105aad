/**
 * What the stand-in for Excel does not do, or does by guess because no documentation says it. The README prints this list;
 * a test holds the two together.
 */
export const notImitated = [
  'Formulas: one is kept as text and shows #NAME?; nothing is calculated.',
  'What a real request weighs: bytes are counted as JSON with 120 for each operation; behind Microsoft’s library they are what it sends.',
  'Tables that grow by an add-in’s write (an AutoCorrect option decides): the stand-in never does it, so the adapter must.',
  'Which events a sort, an undo and a fill raise is not documented: a sort raises “changed” and “sorted”, an undo “changed” for everything.',
  'That fills and notes go along when rows are sorted, and dropdowns stay, is Excel’s known behaviour, not documentation’s.',
  'That dropdowns go along when cells are copied, cut or filled, and stay when text is pasted, and that an inserted row has those of the row above, likewise.',
  'In which order a sort has numbers, text, truth values and blanks, and that a table keeps a row below its header, likewise.',
  'That a fill passes over rows out of sight is known of filters only; to the stand-in a row is hidden or shown, whoever hid it.',
  'When a selection or a hidden row raises an event: each act of the clerk does, unless a habit says otherwise; an add-in’s selecting does but on the web.',
  'Names and tables whose cells are cut and pasted elsewhere: they stay where they are.',
  'How soon events come: always after the current task, in the order of the acts.',
  'Merging of what two co-authors write at once; a co-author’s act is one whole step.',
  'Inserting and deleting anything but whole rows and columns; deleting a table’s header; what merged cells do (only where they are is told), charts, conditional formats.',
  'Filters by anything but values; protection of single cells, which is of the whole sheet here.',
  'Fonts, borders, row heights and how the sheet looks.',
  'Locales other than Chinese dates and plain numbers in what Excel reads from typed text; the 1904 date system.',
  'WPS, and what differs between Excel for Windows, Mac and the web besides the 5 MB.',
] as const;
