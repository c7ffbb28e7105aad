import { thorough } from '../thorough.ts';

/** As many characters as a cell may have. */
export const longest = 20_000;

const fill = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** A long text that is made to take long: a piece again and again, at the head of a sentence or behind something that opens it. */
export interface LongText {
  name: string;
  of(length: number): string;
}

export const repeated = (piece: string, head = '', tail = ''): LongText => ({
  name: JSON.stringify(`${head}${piece}…${tail}`),
  of: (length) => head + fill(piece, length - head.length - tail.length) + tail,
});

/** One piece for the first half of a text, another one for the second. */
export const halves = (first: string, second: string, head = ''): LongText => ({
  name: JSON.stringify(`${head}${first}…${second}…`),
  of: (length) => head + fill(first, Math.ceil(length / 2)) + fill(second, length / 2 - head.length),
});

/** Digits, numerals, commas, months, brackets, measures, units, enumerations: what each rule begins with, or looks ahead for. */
export const pieces: readonly string[] = [
  ...'5|1,|1,000|0.|百|十|一|万|第|、|，|。|；|：|（|）|（）|《|》|“|”|“五一”|〔|[|\uE000|\uE001|<|<s>|&nbsp;|-|至|/'.split(
    '|',
  ),
  ...'3月|3月、|1月至|3月5日、|2025年|年|月|季度|一季度、|上半年|旬|周|日|每|每月|每2个|每周一、|一月一次|汛期、|春节、|前|底前|期间|内'.split(
    '|',
  ),
  ...'家|5家|5、6家|5家至|10余家|一百家|5家企业、|5吨|5%|约|不超过|各镇|每镇|由10处|其余|其中5家|共5家|企业|现有5家|从|中|除|外'.split(
    '|',
  ),
  ...'1.|2.|2.5|（1）|（一）|①|一是|一要|a.|A、|甲、|壹、|Ⅰ.|i.|1）（|\n|\n局| |\u3000|某局、|某局 |牵头单位：|（牵头）|等单位|按照|统一部署|的|类别|序号'.split(
    '|',
  ),
  ...'一季度5、6家|4-10月每月|每月（5月至9月）|6月底完成50%，|每季度检查5家，|6月底前完成5家，其余|3月底前完成5家企业，|9个镇街'.split(
    '|',
  ),
];

/** Mixes of two pieces, a share of all, the same ones in every run. */
export function mixes(share: number): LongText[] {
  return pieces.flatMap((first, a) =>
    pieces.flatMap((second, b) => {
      if (a === b || (a * 31 + b * 17) % share !== 0) return [];
      return [(a + b) % 2 === 0 ? repeated(first + second) : halves(first, second)];
    }),
  );
}

/** Some words, and every stretch of one or two characters of them. */
export function stretchesOf(words: string): string[] {
  const pairs = [...words].map((first, at) => first + words.charAt(at + 1));
  return [...new Set([words, ...words, ...pairs])];
}

/** Milliseconds of this thread's CPU time: whatever else a busy machine does is not in it. */
export function cpuOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** A sixteenth of the length first: what takes very long shows there already. */
const shares = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

/**
 * The CPU time of reading a text of this length, in milliseconds, or of a shorter one, where that takes longer than the longer one
 * may, or tells that the longer one stays within its budget: by the growth that was seen, and were it quadratic. With
 * `thorough`, only the whole length tells that. The least of three tries counts, so that no collection of garbage does.
 */
export function timeOf(
  read: (text: string) => void,
  text: LongText,
  budget: number,
  length = longest,
): number {
  let before = Infinity;
  let time = 0;
  for (const share of shares) {
    const long = text.of(length * share);
    time = cpuOf(() => read(long));
    // What takes very much longer needs no second try.
    for (let attempt = 1; attempt < 3 && time > budget && time < 4 * budget; attempt += 1)
      time = Math.min(
        time,
        cpuOf(() => read(long)),
      );
    if (time > budget) return time;
    const asSeen = time * Math.max(2, time / before) ** Math.log2(1 / share);
    const ifQuadratic = time / share ** 2;
    if (!thorough && share > shares[0]! && Math.max(1.5 * asSeen, ifQuadratic) < budget) return time;
    before = time;
  }
  return time;
}
