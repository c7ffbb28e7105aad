import type { Extent } from '../text/extent.ts';
import type { Quantity } from './quantity.ts';

/*
 * What a count is a count of, where the words before it do not say so themselves: of each unit, as the count before it; of a whole
 * that was counted before it. Neither is a target of the district.
 */

/** Whose count comes anew: 每镇5家，全区共50家. */
const ofAll = /全[省市区县镇乡域年]|合计|总计|共计?|累计|总数|区级(?!用稿)|由|其余/u;
/** From one count to the next in an enumeration: a clause at most, and no sentence's end. */
const goesOn = /^[^。；：！？，\d\uE001]{0,8}[，、和及][^。；：！？，、\d\uE001]{0,16}$/u;

/** Whether a count is asked of whom the count before it is asked of (每个乡镇县级用稿2篇，市级用稿1篇). */
export function goesOnWith(text: string, { end }: Extent, { start }: Extent): boolean {
  const joint = text.slice(end, Math.min(start, end + 32));
  return end <= start && start - end <= 32 && goesOn.test(joint) && !ofAll.test(joint);
}

const part = /(?:其中|这里面|当中)[^。；：！？\d]{0,24}$/u;
/** 其中专职安全员不少于100人次 asks for a part by itself. */
const byItself = /(?:不少于|不低于|至少|力争|确保)$/u;

/**
 * Counts that are a part of the one before them (新建泊位300个，其中充电泊位40个), with their words. Of parts that are counted on, those
 * are parts that the whole has room for. A part of what exists now is a baseline as that is.
 */
export function partsOfWholes(quantities: readonly Quantity[], text: string): Map<Quantity, Extent> {
  const parts = new Map<Quantity, Extent>();
  let whole: Quantity | null = null;
  let room = 0;
  quantities.forEach((quantity, index) => {
    const last = quantities[index - 1];
    const joint = text.slice(last?.number.end ?? 0, quantity.number.start);
    const ends = /[。；！？]/u.test(joint);
    if (last === undefined || ends) whole = null;
    const isPart = last !== undefined && !ends && part.test(joint);
    if (isPart && whole === null) {
      whole = wholeOf(quantities, index, text) ?? last;
      room = whole.value;
    }
    const isAlike = whole !== null && quantity.unitOfMeasure === whole.unitOfMeasure;
    const isFitting = !isAlike || quantity.value <= room;
    const goesOnHere = last !== undefined && isAlike && goesOnWith(text, last.number, quantity.number);
    const isCounted = isPart || goesOnHere;
    if (whole === null || whole.isBaseline || !isCounted || !isFitting) {
      whole = isPart ? whole : null;
      return;
    }
    if (quantity.unitOfMeasure === whole.unitOfMeasure) room -= quantity.value;
    if (!byItself.test(joint))
      parts.set(quantity, { start: quantity.number.start, end: quantity.number.end });
  });
  return parts;
}

/**
 * The whole whose parts begin at `index`: the count before them, or an earlier one of the sentence that their sum is (学校12个，竣工3个，其中
 * 小学7个、初中5个). `null` where neither has room for them.
 */
function wholeOf(quantities: readonly Quantity[], index: number, text: string): Quantity | null {
  const part = quantities[index]!;
  const earlier: Quantity[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const quantity = quantities[at]!;
    if (/[。；！？]/u.test(text.slice(quantity.number.end, quantities[at + 1]!.number.start))) break;
    earlier.push(quantity);
  }
  const hasRoom = (whole: Quantity): boolean =>
    whole.unitOfMeasure !== part.unitOfMeasure || whole.value >= part.value;
  return earlier.find(hasRoom) ?? null;
}

/** Counts in a bracket behind a count that is their sum (充电桩500个（快充100个、慢充400个）) are its parts. */
export function partsInBrackets(quantities: readonly Quantity[], text: string): Map<Quantity, Extent> {
  const parts = new Map<Quantity, Extent>();
  quantities.forEach((whole, index) => {
    const opens = /^[^，。；：！？（）\d]{0,16}（/u.exec(text.slice(whole.number.end, whole.number.end + 20));
    if (opens === null || whole.isBaseline) return;
    const from = whole.number.end + opens[0].length;
    const to = text.indexOf('）', from);
    const inside = quantities
      .slice(index + 1)
      .filter(({ number, unitOfMeasure }) => number.end <= to && unitOfMeasure === whole.unitOfMeasure);
    const sum = inside.reduce((total, { value }) => total + value, 0);
    if (inside.length > 1 && sum === whole.value) for (const part of inside) parts.set(part, part.number);
  });
  return parts;
}
