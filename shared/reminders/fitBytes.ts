/** Bytes of a text as UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * Head, as many of the lines as fit, and tail. What does not fit is counted: robots refuse or cut a message that is too long.
 * @param more says how many lines are left out.
 */
export function fitBytes(
  { head, lines, tail }: { head: string; lines: readonly string[]; tail: string },
  most: number,
  more: (count: number) => string,
): string {
  const whole = [head, ...lines, tail].join('\n');
  if (bytesOf(whole) <= most) return whole;
  const kept: string[] = [];
  let left = most - bytesOf(`${head}\n${more(lines.length)}\n${tail}`);
  for (const line of lines) {
    left -= bytesOf(`${line}\n`);
    if (left < 0) break;
    kept.push(line);
  }
  return [head, ...kept, more(lines.length - kept.length), tail].join('\n');
}
