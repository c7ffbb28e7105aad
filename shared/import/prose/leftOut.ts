import { withoutBlanks } from '../text/characters.ts';
import type { OutlineNode, Stretch } from './outline.ts';
import { withAllBelow } from './outline.ts';

/** Headings of what a plan says beside its tasks: aims, principles, demands, who watches over it. */
const aside =
  /^(?:.{0,6}(?:总体|基本|工作|活动|整治|行动|有关|相关|几点|纪律|报送|其他|具体|时间)要求|.{0,4}(?:指导思想|总体思路|工作思路|总体考虑|基本原则|工作原则)|(?:总体|工作|活动|整治|行动|主要|任务|治理)目标|目标要求|.{0,8}(?:组织领导|组织机构|组织实施|组织保障|保障措施|工作保障|领导小组|工作机构|督导检查|督导考核|督查考核|督导督查|考核奖惩|监督考核|考核评价|统筹协调|责任追究)|.{0,4}(?:实施|工作|方法|时间)步骤|(?:活动|工作|实施|整治|检查|时间|行动)?(?:时间|主题|范围|对象|依据|背景|安排步骤)|附则)$/u;

/** Whether a heading announces no tasks; what names units beneath one is read all the same. */
export function isAsideHeading({ heading, body, children }: OutlineNode): boolean {
  const [first = ''] = withoutBlanks(heading.text).split(/[。：:；]/u);
  return (children.length > 0 || body.length > 0 || /[。：:]./u.test(heading.text)) && aside.test(first);
}

const dated =
  /^(?:20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]$/u;
const closing =
  /^[（(]?(?:附件|附表|联系人|联系电话|电话|抄送|抄报|注|备注|说明|此件|编辑|来源|责任编辑|信息来源)[：:\d公]/u;

/** How many lines at the end are no part of any item: signature, date, notes, enclosures. */
export function closingLines(lines: readonly Stretch[]): number {
  let count = 0;
  let isSigned = false;
  for (const { text } of lines.toReversed()) {
    const words = withoutBlanks(text);
    const isDate = dated.test(words);
    const isSignature = isSigned && /^[^。；：:，\d（(]{2,30}$/u.test(words);
    if (!isDate && !isSignature && !closing.test(words)) break;
    isSigned ||= isDate;
    count += 1;
  }
  return count;
}

/** All lines of a place and those below it, as printed. */
export function linesIn(node: OutlineNode): Stretch[] {
  return withAllBelow(node).flatMap(({ mark, heading, body }) => [
    { ...mark, text: mark.text + heading.text },
    ...body,
  ]);
}

const enclosure = /^附件\s{0,2}[：:]/u;
const nextEnclosure = /^(?:[2-9]|1\d)\s?[.．、]\s?[^。；]{1,60}$/u;

/** The lines that name what is enclosed: 附件：1.任务清单, and those that count on from there. They are no items. */
export function enclosureLines(lines: readonly Stretch[]): Set<Stretch> {
  const found = new Set<Stretch>();
  lines.forEach((line, at) => {
    if (!enclosure.test(withoutBlanks(line.text))) return;
    found.add(line);
    for (let next = at + 1; next < lines.length && nextEnclosure.test(lines[next]!.text); next += 1)
      found.add(lines[next]!);
  });
  return found;
}
