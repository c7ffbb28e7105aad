/**
 * A text's characters: by its byte order mark, by the `charset` that came with it, else as UTF-8, and where it is none as GB 18030, which
 * Windows in Chinese writes.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const named = /charset\s*=\s*"?([\w-]+)/iu.exec(contentType)?.[1];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le') ?? '';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be') ?? '';
  const tried = named === undefined ? ['utf-8', 'gb18030'] : [named, 'utf-8', 'gb18030'];
  for (const label of tried) {
    const text = decode(bytes, label, true);
    if (text !== null) return text;
  }
  return decode(bytes, 'utf-8') ?? '';
}

function decode(bytes: Uint8Array, label: string, fatal = false): string | null {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
