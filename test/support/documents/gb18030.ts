/** Bytes of a text in GB 18030, which a runtime only decodes: found by decoding each pair of bytes once. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(pairs().get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

let known: Map<string, readonly [number, number]> | undefined;

function pairs(): Map<string, readonly [number, number]> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return known;
}
