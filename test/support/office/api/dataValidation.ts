import type { Area } from '../model/address.ts';
import type { Sheet, Validation } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import { accessDenied, OfficeError } from './errors.ts';

export interface Place {
  sheet: Sheet;
  areas: Area[];
}

/**
 * Lists only. A list of constants has at most 255 characters; the rule of cells that differ reads as `null`.
 * https://learn.microsoft.com/javascript/api/excel/excel.datavalidation and
 * https://support.microsoft.com/office/7693307a-59ef-400a-b769-c5402dce407b
 */
export class DataValidationProxy extends ClientObject<Place> {
  get rule(): { list?: { inCellDropDown: boolean; source: string } } | null {
    return this.loaded('rule');
  }

  set rule(rule: { list?: { inCellDropDown: boolean; source: string } }) {
    this.act((place) => {
      const source = rule.list?.source;
      if (source === undefined || source.length > 255)
        throw new OfficeError('InvalidArgument', 'The list is missing or too long.');
      if (place.sheet.isProtected) throw accessDenied();
      if (this.context.host.habits.mixedValidation === 'refused' && sourcesOf(place).size > 1)
        throw new OfficeError(
          'InvalidArgument',
          'The argument is invalid or missing or has an incorrect format.',
        );
      each(place, (line, column) =>
        line.set(column, { source, showAlert: line.get(column)?.showAlert ?? true }),
      );
    }, rule);
  }

  set errorAlert(alert: { showAlert: boolean }) {
    this.act(
      (place) =>
        each(place, (line, column) => {
          const validation = line.get(column);
          if (validation) validation.showAlert = alert.showAlert;
        }),
      alert,
    );
  }

  clear(): void {
    this.act((place) => each(place, (line, column) => line.delete(column)));
  }

  protected override read(name: string, place: Place): unknown {
    if (name !== 'rule') return undefined;
    const sources = sourcesOf(place);
    const [source] = sources;
    if (sources.size !== 1 || source === null || source === undefined) return sources.size > 1 ? null : {};
    return { list: { inCellDropDown: true, source } };
  }
}

function sourcesOf(place: Place): Set<string | null> {
  const sources = new Set<string | null>();
  each(place, (line, column) => sources.add(line.get(column)?.source ?? null));
  return sources;
}

function each({ sheet, areas }: Place, act: (line: Map<number, Validation>, column: number) => void): void {
  for (const area of areas)
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line = sheet.validations.get(row) ?? new Map<number, Validation>();
      sheet.validations.set(row, line);
      for (let column = area.column; column < area.column + area.columns; column += 1) act(line, column);
    }
}
