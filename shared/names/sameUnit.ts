/** How two names can be told to be one unit's; `sure` where their words leave no doubt. */
export type Sameness = 'sure' | 'likely' | null;

const level = '省市区县镇乡';
const sameAfter = /^(?:人民政府|政府|办事处|党工委|管委会|管理委员会)$/u;
const bracket = /^（[^（）]+）$/u;

/** Whether two folded names may be those of one unit. */
export function sameUnit(one: string, other: string): Sameness {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || short.length < 2) return null;
  if (long.startsWith(short)) {
    const rest = long.slice(short.length);
    if (sameAfter.test(rest)) return 'sure';
    if (bracket.test(rest)) return 'likely';
  }
  if (long.endsWith(short) && short.length >= 3) {
    const before = long.slice(0, -short.length);
    // 甲区应急管理局 and 区应急管理局; 县住建局 and 住建局.
    const isPlace = level.includes(before.at(-1)!) || (level.includes(short.charAt(0)) && before.length <= 6);
    if (isPlace && before.length <= 9) return 'sure';
  }
  if (isInserted(short, long) || isShortened(short, long)) return 'likely';
  return null;
}

/** 甲乙镇 and 甲乙新镇: a place with one more character. */
function isInserted(short: string, long: string): boolean {
  if (long.length !== short.length + 1 || short.length < 3 || !/(?:镇|乡|街道|园区|开发区)$/u.test(short))
    return false;
  return [...long].some((_, at) => at > 0 && long.slice(0, at) + long.slice(at + 1) === short);
}

/** 市住建局 and 市住房和城乡建设局, 县发改委 and 县发展和改革委员会: the letters of the one, in order, within the other. */
function isShortened(short: string, long: string): boolean {
  if (short.length < 3 || long.length < short.length + 2 || short.charAt(0) !== long.charAt(0)) return false;
  const full = long.replace(/委员会$/u, '委').replace(/办公室$/u, '办');
  if (short.at(-1) !== full.at(-1)) return false;
  let at = 0;
  for (const letter of full) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
}
