import { trimBlanks, withoutBlanks } from '../text/characters.ts';
import type { Label } from './labels.ts';
import { labelsIn, sameLength } from './labels.ts';
import type { Stretch } from './outline.ts';
import { fromOn } from './outline.ts';

/** Who does something, and until when, as prose says it: the words of each, as printed. */
export type Said = Record<'lead' | 'units' | 'supporting' | 'deadline', Stretch[]>;
export const nothingSaid = (): Said => ({ lead: [], units: [], supporting: [], deadline: [] });

export const namesUnits = ({ lead, units, supporting }: Said): boolean =>
  lead.length + units.length + supporting.length > 0;
export const saysAnything = (said: Said): boolean => namesUnits(said) || said.deadline.length > 0;

const unitEnd =
  /(?:[局委办厅院会站队所室部科区县市镇乡村门司园团校行组]|街道|中心|单位|企业|政府|机构|协会|[）)])(?:等)?(?:各|有关|相关){0,2}(?:单位|部门)?(?:主要领导|主要负责人)?$/u;
const shares = '按照?(?:各自)?(?:职责|职能|任务)?(?:分工)?(?:分别)?';
const does = '(?:负责|实施|落实|推进|承担)';
/** 甲牵头, 乙配合, 丙按职责分工负责, 丁负责: the role at the end of the names. */
const suffixes: readonly (readonly ['lead' | 'supporting' | 'units', RegExp])[] = [
  ['lead', new RegExp(`(?:牵头|主办|主责)(?:抓总|组织)?${does}?$`, 'u')],
  ['supporting', new RegExp(`(?:配合|协助|协同|参与|参加)${does}?$`, 'u')],
  [
    'units',
    new RegExp(
      `(?:${shares}${does}{1,2}|按照?(?:各自)?(?:职责|职能)分工|分别负责|共同负责|负责(?:组织|统筹)?(?:协调|实施|落实|推进)?|部署|组织实施|落实)$`,
      'u',
    ),
  ],
];

const time =
  /\d{1,2}月|[一二三四五六七八九十]月|季度|年[底末内前]|月[底末]|[上下]半年|\d日前|前完成|完成$|持续|长期|常年|全年|每[年月周季日]|常态|适时|即时|立即|随时|^20\d{2}年?$/u;
const longestTime = 40;

const isTime = (words: string): boolean =>
  words.length <= longestTime && time.test(words) && !unitEnd.test(words.replace(/[（(].*$/u, ''));

/**
 * Reads words that say who and until when (牵头单位：甲；乙、丙按职责分工负责，6月底前完成); `null` where they say neither. `isClosed`: the
 * words stand in a bracket at the end of a sentence, where names and a time alone say it.
 */
export function readSaid(stretch: Stretch, isClosed = false): Said | null {
  const said = nothingSaid();
  let role: keyof Said | 'other' | null = null;
  let isSure = false;
  /** Names whose role comes with the words behind them. */
  let waiting: Stretch[] = [];
  for (const { words: segment, label } of segmentsOf(stretch)) {
    const words = segment.text.startsWith('由') ? fromOn(segment, 1) : segment;
    const text = withoutBlanks(sameLength(words.text));
    if (label !== null) {
      role =
        label.role === 'goal' || label.role === 'arrangements' || label.role === 'aside'
          ? 'other'
          : label.role;
      isSure ||= role !== 'other';
    }
    if (text === '') continue;
    const suffix = label === null ? suffixes.find(([, pattern]) => pattern.test(text)) : undefined;
    const names = suffix === undefined ? text : text.replace(suffix[1], '');
    if (suffix !== undefined && (names === '' ? waiting.length > 0 : unitEnd.test(names))) {
      said[suffix[0]].push(...waiting, ...(names === '' ? [] : [words]));
      waiting = [];
      isSure = true;
    } else if (role === 'other') continue;
    else if (label === null && role !== 'deadline' && isTime(text)) said.deadline.push(words);
    else if (role !== null) said[role].push(words);
    else if (unitEnd.test(text)) waiting.push(words);
    else return null;
  }
  if (waiting.length > 0 && !isSure && !(isClosed && said.deadline.length > 0)) return null;
  said.units.push(...waiting);
  if (!saysAnything(said)) return null;
  return isSure || isClosed ? said : null;
}

/** What is surely a unit: 区应急局, 各镇（街道）; and no kind of things as 企业 is. */
const surely =
  /^(?=.{2,24}$)(?:[^，。；：\d]*(?:[局委厅]|(?<![举承经主协督开筹])办|大队|支队|总队|中队|办公室|政府|公司|集团|联合会|总工会|法院|检察院|派出所|指挥部|(?:服务|监测|指挥|管理|执法|处置|应急|保障|疾控)中心)|(?:各|有关|相关).{0,12}(?:镇|乡|街道|村|社区|园区|开发区|板块|部门|单位)(?:[（(][^（()）]*[)）])?)$/u;
/** 甲镇 and 乙街道 are places too, unless they stand behind a whole sentence. */
const place = /^[^，。；：\d]{2,8}(?:镇|乡|街道|园区|开发区)$/u;

/**
 * The units that a bracket at the end of a line names, without a word of what they do (检查企业（区应急局）。). Behind another unit it
 * is that one's other name: `null`, as for anything else.
 */
export function unitsAlone(inner: Stretch, before: string): Said | null {
  const names = withoutBlanks(sameLength(inner.text)).split(/[、，,；;和](?![^（(]*[)）])/u);
  const words =
    trimBlanks(before)
      .split(/[、，。；：]/u)
      .at(-1) ?? '';
  const isSentence = words === '';
  if (!names.every((name) => surely.test(name) || (isSentence && place.test(name)))) return null;
  if (!isSentence && surely.test(words.slice(-24))) return null;
  return { ...nothingSaid(), units: [bare(inner)] };
}

/** Whether a heading names units and nothing else: 区应急局, 各村（社区）, 甲镇. */
export function namesUnitsAlone(heading: string): boolean {
  const names = withoutBlanks(sameLength(heading))
    .replace(/[。：:]$/u, '')
    .split(/[、，,；;和](?![^（(]*[)）])/u);
  return names.every((name) => surely.test(name) || /^[^，。；：\d]{1,6}(?:镇|乡|街道)$/u.test(name));
}

/** The stretches that marks, and labels behind blanks, part; with the label that each begins with. */
function segmentsOf(stretch: Stretch): { words: Stretch; label: Label | null }[] {
  const { text } = stretch;
  const labels = labelsIn(text);
  const cuts = new Set(labels.map(({ start }) => start));
  let depth = 0;
  const lastClosing = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('（('.includes(character) && at < lastClosing) depth += 1;
    else if ('）)'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '，,；;。\n'.includes(character)) cuts.add(at + 1);
  }
  const edges = [0, ...[...cuts].toSorted((a, b) => a - b), text.length];
  return edges.slice(0, -1).map((from, index) => {
    const label = labels.find(({ start }) => start === from) ?? null;
    const to = edges[index + 1] ?? text.length;
    const begin = label === null ? from : Math.min(label.end, to);
    return { words: bare(fromOn(stretch, begin, to)), label };
  });
}

/** Without blanks and marks at its ends. */
function bare(stretch: Stretch): Stretch {
  const { text } = stretch;
  const words = trimBlanks(trimBlanks(text).replace(/^[，,；;。【[]+|[，,；;。]+$/gu, ''));
  return { ...stretch, start: stretch.start + Math.max(0, text.indexOf(words)), text: words };
}
