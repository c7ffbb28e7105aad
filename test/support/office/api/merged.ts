import { formatArea } from '../model/address.ts';
import type { Sheet } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';

/** The merged cells of a whole sheet, as one RangeAreas of which only the address is told. */
export class MergedProxy extends ClientObject<Sheet> {
  get address(): string {
    return this.loaded('address');
  }

  protected override read(name: string, { name: sheet, merges }: Sheet): unknown {
    return name === 'address' ? merges.map((area) => `${sheet}!${formatArea(area)}`).join(',') : undefined;
  }
}
