import type { PackedPart } from './zip.ts';

/** A package of parts that are packed already, one after the other, with its directory. */
export function writeZip(
  packed: Iterable<readonly [name: string, part: PackedPart]>,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = [...packed].map(([name, part]) => ({ ...part, name: encoder.encode(name) }));
  const size = parts.reduce((sum, { name, body }) => sum + 76 + 2 * name.length + body.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  /** The fields that a local header and a directory’s entry have in common; 1 January 1980, as Office writes it. */
  const describe = (from: number, { name, method, crc, body, unpacked }: (typeof parts)[number]): void => {
    view.setUint16(from, 20, true);
    view.setUint16(from + 2, 0x0800, true);
    view.setUint16(from + 4, method, true);
    view.setUint16(from + 8, 0x21, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, body.length, true);
    view.setUint32(from + 18, unpacked, true);
    view.setUint16(from + 22, name.length, true);
  };
  const offsets = parts.map((part) => {
    const offset = at;
    view.setUint32(at, 0x04034b50, true);
    describe(at + 4, part);
    bytes.set(part.name, at + 30);
    bytes.set(part.body, at + 30 + part.name.length);
    at += 30 + part.name.length + part.body.length;
    return offset;
  });
  const directory = at;
  parts.forEach((part, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    describe(at + 6, part);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(part.name, at + 46);
    at += 46 + part.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
