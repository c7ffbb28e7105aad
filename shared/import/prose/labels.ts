import { evidence, namesOf } from '../../columns/roles.ts';
import { withoutBlanks } from '../text/characters.ts';
import { toSimplified } from '../text/simplified.ts';

/** What a label before words says that they are; `aside`: nothing of a list (联系人：). */
export type LabelRole = 'goal' | 'arrangements' | 'lead' | 'units' | 'supporting' | 'deadline' | 'aside';

/** Endings that labels of prose have beside the names of columns; what ends otherwise (开展整治工作：) is a sentence. */
const endings: readonly (readonly [LabelRole, RegExp])[] = [
  ['supporting', evidence.supporting.ending!],
  ['lead', evidence.lead.ending!],
  [
    'units',
    /^(?:责任|负责|实施|落实|主管|执行|完成).{0,4}(?:单位|部门|科室|处室|股室|主体)(?:[及和、与](?:责任人|负责人|联系人))?$/u,
  ],
  ['deadline', /^.{0,4}(?:时间|时限|期限|时间节点|完成日期)$/u],
  ['goal', /^.{0,4}目标(?:任务)?$/u],
  ['arrangements', /^.{0,4}(?:内容|措施|举措)$/u],
];
const asides =
  /^(?:责任人|责任领导|牵头领导|分管领导|包保领导|联系人|联系电话|电话|联系方式|邮箱|附件|注|备注|说明|抄送|主题词)$/u;
const named = new Map<string, LabelRole>(
  (['arrangements', 'goal', 'deadline', 'units', 'lead', 'supporting'] as const).flatMap((role) =>
    namesOf(role, 'list').map((name) => [name, role] as const),
  ),
);
const longestLabel = 14;

function roleOfLabel(printed: string): LabelRole | null {
  const words = withoutBlanks(printed);
  if (words.length < 2 || words.length > longestLabel) return null;
  if (asides.test(words)) return 'aside';
  return endings.find(([, ending]) => ending.test(words))?.[0] ?? named.get(words) ?? null;
}

/** Simplified where that keeps each character in its place. */
export function sameLength(printed: string): string {
  const simplified = toSimplified(printed);
  return simplified.length === printed.length ? simplified : printed;
}

/** A label within words: its role, where it begins, and where the words that it speaks of begin. */
export type Label = { role: LabelRole; start: number; end: number };

const candidate =
  /(?<=^|[，,；;。、\s（(【[〔])(?<words>[\p{Script=Han}][\p{Script=Han}\s]{0,14}?)\s{0,4}[：:】\]]\s{0,4}/gu;

/** The labels of a text in its order, each at its head or behind a mark or blank. */
export function labelsIn(text: string): Label[] {
  return [...sameLength(text).matchAll(candidate)].flatMap((match) => {
    const role = roleOfLabel(match.groups?.['words'] ?? '');
    return role === null ? [] : [{ role, start: match.index, end: match.index + match[0].length }];
  });
}

const head = /^[（(【[〔]?\s{0,4}/u;

/** Whether a text is what a label says: 责任单位：…, 【牵头单位】…. */
export function startsWithLabel(text: string): boolean {
  const from = head.exec(text)?.[0].length ?? 0;
  return labelsIn(text.slice(0, from + longestLabel + 12)).some(({ start }) => start <= from);
}
