/** A text as texts are compared: without blanks and punctuation, full-width signs as ASCII. */
export function essenceOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
}

/** What is left of a text where a reprint corrects a number, a date or how often: none of its words may be another. */
export function wordsOf(essence: string): string {
  return essence
    .replace(/每(?:半年|季度|[年季月旬周日])/gu, '每')
    .replace(/\d+(?:月(?:\d+日)?[底末初]?前?)?/gu, '0');
}

/**
 * Pairs of neighbouring characters, with how often each comes; a single character stands for itself. They are taken twice, the
 * second time with every number as one sign: a reprint corrects numbers and dates, and leaves the sentence what it was.
 */
export function pairsOf(essence: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const text of [essence, essence.replace(/\d+/gu, '0')]) {
    const characters = [...text];
    const last = Math.max(1, characters.length - 1);
    for (let at = 0; at < last && characters.length > 0; at += 1) {
      const pair = `${characters[at]}${characters[at + 1] ?? ''}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number => {
  let size = 0;
  for (const times of pairs.values()) size += times;
  return size;
};

/** How like two texts are, from 0 to 1: Dice's coefficient over pairs of characters. */
export function similarity(a: string, b: string): number {
  const [first, second] = [essenceOf(a), essenceOf(b)];
  if (first === second) return 1;
  return new TextIndex([first]).likenessesOf(second).get(0) ?? 0;
}

/** Texts, prepared so that those like another one are found without comparing it with each. */
export class TextIndex {
  private readonly sizes: number[] = [];
  private readonly found = new Map<string, [index: number, times: number][]>();

  /** `essences`: what `essenceOf` gives. */
  constructor(essences: readonly string[]) {
    for (const [index, essence] of essences.entries()) {
      const pairs = pairsOf(essence);
      this.sizes.push(sizeOf(pairs));
      for (const [pair, times] of pairs) {
        const places = this.found.get(pair) ?? [];
        this.found.set(pair, places);
        places.push([index, times]);
      }
    }
  }

  /** How like the texts are to another one, by index; those that share nothing with it are left out. */
  likenessesOf(essence: string): Map<number, number> {
    const pairs = pairsOf(essence);
    const size = sizeOf(pairs);
    const shared = new Map<number, number>();
    for (const [pair, times] of pairs) {
      for (const [index, others] of this.found.get(pair) ?? []) {
        shared.set(index, (shared.get(index) ?? 0) + Math.min(times, others));
      }
    }
    for (const [index, common] of shared) shared.set(index, (2 * common) / (size + this.sizes[index]!));
    return shared;
  }
}
