import type { Change } from '../events.ts';
import { type Area, intersect, sheetColumns } from './address.ts';
import { Sheet, type Visibility } from './sheet.ts';

/**
 * A defined name. `area` is `null` where its cells have been deleted (#REF!).
 * https://support.microsoft.com/office/822c8e46-e610-4d02-bf29-ec4b8c5ff4be
 */
export interface Name {
  name: string;
  visible: boolean;
  sheet: string;
  area: Area | null;
}

export interface Table {
  id: string;
  name: string;
  sheet: string;
  /** Header and rows. */
  area: Area;
  style: string;
  /** What its columns are filtered by, counted from the table's first: the values that are shown. */
  filters: Map<number, string[]>;
}

/** A workbook file: everything that saving keeps. Sheets are named by their ids inside. */
export class Book {
  sheets: Sheet[] = [new Sheet('{00000000-0001-0000-0000-000000000000}', 'Sheet1')];
  names: Name[] = [];
  tables: Table[] = [];
  active: string = this.sheets[0]!.id;
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  #made = 1;

  sheet(idOrName: string): Sheet | null {
    return (
      this.sheets.find(({ id, name }) => id === idOrName || name.toLowerCase() === idOrName.toLowerCase()) ??
      null
    );
  }

  /** Unnamed, it is called as Excel likes: https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection#excel-excel-worksheetcollection-add-member(1) */
  addSheet(name?: string): Sheet {
    this.#made += 1;
    const sheet = new Sheet(this.#id(), name ?? this.#freeName());
    this.sheets.push(sheet);
    return sheet;
  }

  #id(): string {
    return `{00000000-0001-0000-${String(this.#made).padStart(4, '0')}-000000000000}`;
  }

  #freeName(): string {
    let number = this.sheets.length + 1;
    while (this.sheet(`Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  }

  /** Names of its cells are left with #REF!, as above. */
  deleteSheet(sheet: Sheet): void {
    this.sheets = this.sheets.filter((other) => other !== sheet);
    for (const name of this.names) if (name.sheet === sheet.id) name.area = null;
    this.tables = this.tables.filter((table) => table.sheet !== sheet.id);
    if (this.active === sheet.id) this.active = this.sheets.find(isVisible)!.id;
  }

  addTable(sheet: Sheet, area: Area): Table {
    this.#made += 1;
    const table = {
      id: String(this.#made),
      name: `Table${this.#made}`,
      sheet: sheet.id,
      area: { ...area },
      style: '',
      filters: new Map<number, string[]>(),
    };
    this.tables.push(table);
    return table;
  }

  /** Hides what the table's filters do not let through, as it stands now. Returns which rows it has hidden or shown. */
  filter(table: Table): Change[] {
    const sheet = this.sheet(table.sheet)!;
    const before = new Set(sheet.filteredRows);
    const { row, column, rows } = table.area;
    for (let at = row + 1; at < row + rows; at += 1) {
      const isShown = [...table.filters].every(([of, values]) =>
        values.includes(String(sheet.value(at, column + of) ?? '')),
      );
      if (isShown) sheet.filteredRows.delete(at);
      else sheet.filteredRows.add(at);
    }
    const told = (at: number, changeType: string): Change => ({
      sheet: sheet.id,
      area: { row: at, column: 0, rows: 1, columns: sheetColumns },
      changeType,
    });
    return [
      ...[...sheet.filteredRows].filter((at) => !before.has(at)).map((at) => told(at, 'Hidden')),
      ...[...before].filter((at) => !sheet.filteredRows.has(at)).map((at) => told(at, 'Unhidden')),
    ];
  }

  tableAt(sheet: Sheet, area: Area): Table | null {
    return this.tables.find((table) => table.sheet === sheet.id && intersect(table.area, area)) ?? null;
  }

  /**
   * Whole rows come in or go; names and tables follow, as references do in Excel. Of names tells
   * https://learn.microsoft.com/dotnet/api/microsoft.office.tools.excel.namedrange.insert , of tables
   * https://support.microsoft.com/office/e65ae4bb-e44b-43f4-ad8b-7d68784f1165
   */
  moveRows(sheet: Sheet, at: number, by: number): void {
    if (by > 0) sheet.insertRows(at, by);
    else sheet.deleteRows(at, -by);
    this.#follow(sheet, at, by, 'row', 'rows');
  }

  moveColumns(sheet: Sheet, at: number, by: number): void {
    if (by > 0) sheet.insertColumns(at, by);
    else sheet.deleteColumns(at, -by);
    this.#follow(sheet, at, by, 'column', 'columns');
  }

  #follow(sheet: Sheet, at: number, by: number, start: 'row' | 'column', length: 'rows' | 'columns'): void {
    for (const name of this.names)
      if (name.sheet === sheet.id && name.area) name.area = follow(name.area, at, by, start, length);
    for (const table of this.tables) {
      if (table.sheet !== sheet.id) continue;
      const area = follow(table.area, at, by, start, length);
      // A table keeps one row below its header, be it blank.
      if (area) table.area = { ...area, rows: Math.max(area.rows, 2) };
    }
  }

  /** What a saved file holds, as text. */
  save(): string {
    return JSON.stringify({ ...this, made: this.#made }, (_, part: unknown) =>
      part instanceof Map ? { map: [...part] } : part instanceof Set ? { set: [...part] } : part,
    );
  }

  static open(file: string): Book {
    const { made, sheets, ...rest } = JSON.parse(file, (_, part: unknown) => {
      if (part === null || typeof part !== 'object') return part;
      if (Object.hasOwn(part, 'map')) return new Map((part as { map: [number, unknown][] }).map);
      return Object.hasOwn(part, 'set') ? new Set((part as { set: number[] }).set) : part;
    }) as Book & { made: number };
    const book = new Book();
    Object.assign(book, rest);
    book.#made = made;
    book.sheets = sheets.map((sheet) => Object.assign(new Sheet(sheet.id, sheet.name), sheet));
    return book;
  }
}

const isVisible = ({ visibility }: { visibility: Visibility }) => visibility === 'Visible';

function follow(
  area: Area,
  at: number,
  by: number,
  start: 'row' | 'column',
  length: 'rows' | 'columns',
): Area | null {
  const [first, end] = [area[start], area[start] + area[length]];
  if (by > 0) {
    if (at <= first) return { ...area, [start]: first + by };
    return at < end ? { ...area, [length]: area[length] + by } : area;
  }
  const gone = Math.max(0, Math.min(end, at - by) - Math.max(first, at));
  if (gone === area[length]) return null;
  const before = Math.max(0, Math.min(first, at - by) - at);
  return { ...area, [start]: first - before, [length]: area[length] - gone };
}
