/**
 * The cells of what a spreadsheet has put on the clipboard as text: rows by lines, cells by tabs. A cell in straight double quotes
 * may hold tabs and line breaks; the line's end that Excel adds behind the last row is none.
 */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/uy;
  let at = 0;
  while (at <= text.length) {
    cell.lastIndex = at;
    const [whole = '', quoted, plain = ''] = cell.exec(text) ?? [];
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (at >= text.length) break;
    const end = /\r\n|\r|\n|\t/uy;
    end.lastIndex = at;
    const [mark = ''] = end.exec(text) ?? [];
    at += mark.length;
    if (mark === '\t') continue;
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}
