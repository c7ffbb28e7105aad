import { crc32 } from './zip.ts';

/** Parts that were unpacked within bounds, as a package without compression: what the library for workbooks is given to read. */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files = [...parts].map(([name, body]) => ({ name: encoder.encode(name), body, crc: crc32(body) }));
  const size = files.reduce((sum, { name, body }) => sum + 76 + 2 * name.length + body.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets: number[] = [];
  /** The fields that a local header and a directory's entry have in common. */
  const describe = (from: number, { name, body, crc }: (typeof files)[number]): void => {
    view.setUint16(from, 20, true);
    view.setUint16(from + 2, 0x0800, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, body.length, true);
    view.setUint32(from + 18, body.length, true);
    view.setUint16(from + 22, name.length, true);
  };
  for (const file of files) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    describe(at + 4, file);
    bytes.set(file.name, at + 30);
    bytes.set(file.body, at + 30 + file.name.length);
    at += 30 + file.name.length + file.body.length;
  }
  const directory = at;
  files.forEach((file, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    describe(at + 6, file);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(file.name, at + 46);
    at += 46 + file.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
