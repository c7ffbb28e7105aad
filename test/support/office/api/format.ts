import { sheetRows } from '../model/address.ts';
import { ClientObject } from './clientObject.ts';
import type { Place } from './dataValidation.ts';
import { accessDenied } from './errors.ts';

/** What only looks: taken, and kept nowhere. */
class Look {
  set bold(_: boolean) {}
  set color(_: string) {}
  set name(_: string) {}
  set size(_: number) {}
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat ; fills and widths are kept, the rest is taken and forgotten. */
export class FormatProxy extends ClientObject<Place> {
  readonly font = new Look();
  set wrapText(_: boolean) {}
  set verticalAlignment(_: string) {}
  set horizontalAlignment(_: string) {}
  set rowHeight(_: number) {}

  set columnWidth(width: number) {
    this.act(({ sheet, areas }) => {
      for (const { column, columns } of areas)
        for (let at = column; at < column + columns; at += 1) sheet.columnWidths.set(at, width);
    }, width);
  }

  /** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
  get fill() {
    const paint = (colour: string | null) =>
      this.act((place) => {
        if (place.sheet.isProtected) throw accessDenied();
        for (const { row, column, rows, columns } of place.areas) {
          if (rows === sheetRows) continue;
          for (let down = row; down < row + rows; down += 1)
            for (let right = column; right < column + columns; right += 1)
              if (colour !== null || place.sheet.cell(down, right))
                place.sheet.take(down, right).fill = colour;
        }
      }, colour);
    return {
      set color(colour: string) {
        paint(colour);
      },
      clear: () => paint(null),
    };
  }

  protected override read(): unknown {
    return undefined;
  }
}
