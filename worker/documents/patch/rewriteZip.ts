import { deflateRaw } from 'pako';
import { writeZip } from '../writeZip.ts';
import { crc32, type Package, type PackedPart } from '../zip.ts';

/** Packs a part anew. */
function pack(body: Uint8Array): PackedPart {
  return { method: 8, crc: crc32(body), unpacked: body.length, body: deflateRaw(body) };
}

/** A package with some parts changed or added; all others are copied as they lie, packed bytes and all. */
export function rewriteZip(zip: Package, changed: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const added = [...changed.keys()].filter((name) => !zip.has(name));
  return writeZip(
    [...zip.names, ...added].map((name) => {
      const body = changed.get(name);
      return [name, body === undefined ? zip.packed(name) : pack(body)] as const;
    }),
  );
}
