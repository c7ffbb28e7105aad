const anyFullWidth = /[\uff01-\uff5e\u3000]/;
const fullWidth = /[\uff01-\uff5e\u3000]/g;

/** Full-width letters, digits and signs (８６，Ａ) as their ASCII counterparts. */
export function halfWidth(text: string): string {
  if (!anyFullWidth.test(text)) return text;
  return text.replace(fullWidth, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
