import { Problem } from '../problems/problem.ts';

/** What bytes are, told by how they begin: a package (zip), Office's older container (CFB), a known other kind, or text. */
export type Kind = 'zip' | 'cfb' | 'pdf' | 'rtf' | 'picture' | 'archive' | 'html' | 'text';

const magics: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['cfb', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];

export function sniff(bytes: Uint8Array): Kind {
  for (const [kind, magic] of magics) if (magic.every((byte, at) => bytes[at] === byte)) return kind;
  const head = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /^\uFEFF?\s*(?:<!doctype html|<html|<table|<meta|<!--)/iu.test(head) ? 'html' : 'text';
}

const names: Record<Kind, string> = {
  zip: 'zip',
  cfb: '.xls / .doc',
  pdf: 'PDF',
  rtf: 'RTF',
  picture: '图片 picture',
  archive: '压缩包 archive',
  html: '网页 HTML',
  text: '文本 text',
};

export const notAsNamed = (expected: string, found: string): Problem =>
  new Problem('file-not-as-named', { expected, found });

/** Whether the bytes hold these ASCII characters as UTF-16, as a CFB's directory names its streams. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** Refuses bytes that are no package where one was promised, and says what they are instead. */
export function expectPackage(bytes: Uint8Array, expected: '.xlsx' | '.docx'): void {
  const kind = sniff(bytes);
  if (kind === 'zip') return;
  if (kind !== 'cfb') throw notAsNamed(expected, names[kind]);
  if (holds(bytes, 'EncryptedPackage')) throw new Problem('file-encrypted');
  throw oldFormat(bytes);
}

function oldFormat(bytes: Uint8Array): Problem {
  if (holds(bytes, 'WordDocument')) return new Problem('file-old-format', { found: '.doc', wanted: '.docx' });
  return new Problem('file-old-format', { found: '.xls', wanted: '.xlsx' });
}

/** Refuses bytes that are a file of another kind where text was promised. */
export function expectText(bytes: Uint8Array, expected: string): void {
  const kind = sniff(bytes);
  if (kind !== 'text' && kind !== 'html') throw notAsNamed(expected, names[kind]);
}
