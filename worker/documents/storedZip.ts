import { writeZip } from './writeZip.ts';
import { crc32 } from './zip.ts';

/** Parts that were unpacked within bounds, as a package without compression: what the library for workbooks is given to read. */
export const storedZip = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> =>
  writeZip(
    [...parts].map(
      ([name, body]) => [name, { method: 0, crc: crc32(body), unpacked: body.length, body }] as const,
    ),
  );
