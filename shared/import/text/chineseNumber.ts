const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A number below 1,000 in Chinese numerals (两, 十二, 二十, 一百零五) or ASCII digits; `null` for anything else. */
export function chineseNumber(text: string): number | null {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  const parts =
    /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(
      text,
    );
  if (parts === null || text === '零' || text === '') return null;
  const [, hundreds, tens, ten, ones] = parts;
  return (
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) +
    digit(ones)
  );
}

function digit(character: string | undefined): number {
  return character === undefined ? 0 : (digits[character] ?? 0);
}

/** A number in Chinese numerals, below a hundred million; `null` for what is none, or may be two (一千二: 1002, 1200). */
export function numberIn(numerals: string): number | null {
  if (/[百千万][一二两三四五六七八九]$/u.test(numerals)) return null;
  const { myriads, thousands, rest } =
    /^(?:(?<myriads>[^万]+)万)?(?:(?<thousands>[^千万])千)?零?(?<rest>[^千万]*)$/u.exec(numerals)?.groups ??
    {};
  if (rest === undefined || (myriads ?? thousands ?? rest) === '') return null;
  const parts = [
    myriads === undefined ? 0 : numberIn(myriads),
    thousands === undefined ? 0 : chineseNumber(thousands),
    rest === '' ? 0 : chineseNumber(rest),
  ] as const;
  const [ofMyriads, ofThousands, ofRest] = parts;
  if (ofMyriads === null || ofThousands === null || ofRest === null) return null;
  return ofMyriads * 10_000 + ofThousands * 1000 + ofRest;
}

/** A year in ASCII or Chinese digits (2024, 二〇二四); `null` for anything else. */
export function yearNumber(text: string): number | null {
  if (/^\d{4}$/u.test(text)) return Number(text);
  if (!/^[〇零○一二三四五六七八九]{4}$/u.test(text)) return null;
  return Number([...text].map((character) => digits[character] ?? 0).join(''));
}

/** `4`, or `2–4` where there are several. */
export function numberRange(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}
