import { parseArea } from '../model/address.ts';
import type { Sheet } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import type { RequestContext } from './context.ts';
import { DataValidationProxy, type Place } from './dataValidation.ts';
import { OfficeError } from './errors.ts';
import { FormatProxy } from './format.ts';

/**
 * Many ranges of one sheet at once, ExcelApi 1.9: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-multiple-ranges .
 * A reference of Excel's has at most 8,192 characters, as a formula has.
 */
export class RangeAreasProxy extends ClientObject<Place> {
  constructor(context: RequestContext, sheet: () => Sheet | null, addresses: string) {
    const { listSeparator } = context.host.habits;
    const areas = addresses.split(listSeparator).map((address) => parseArea(address.trim()));
    super(
      context,
      () => {
        const found = areas.filter((area) => area !== null);
        if (found.length < areas.length || addresses.length > 8192)
          throw new OfficeError('InvalidArgument', 'The addresses cannot be read.');
        const on = sheet();
        return on && { sheet: on, areas: found };
      },
      true,
    );
    context.enqueue(() => {}, addresses);
  }

  get format(): FormatProxy {
    return new FormatProxy(this.context, () => this.target, true);
  }

  get dataValidation(): DataValidationProxy {
    return new DataValidationProxy(this.context, () => this.target, true);
  }

  protected override read(): unknown {
    return undefined;
  }
}
