import { factsOf, type ColumnFacts } from './facts.ts';
import { headRemark, headWords, longestHeading } from './headWords.ts';
import { columnNames } from '../taskList/columnNames.ts';
import { byHeading, settleList } from './listColumns.ts';
import { rolesOf, type Role, type TableKind } from './roleNames.ts';
import { evidence, namesOf, unreadNames } from './roles.ts';

/** One column of a table: its heading from top to bottom, and the cells beneath. */
export interface TableColumn {
  /** Several where the header has several rows; a heading that stands over several columns is in each of them. */
  heading: readonly string[];
  cells: readonly string[];
}

/**
 * What speaks for a role: the whole name of the column, the name behind a qualifier (抽查完成时限), its ending, words in it, the
 * heading above, the cells beneath, the list that is known, or a person.
 */
export type Told = 'name' | 'akin' | 'ending' | 'within' | 'above' | 'cells' | 'list' | 'person';

export interface Candidate {
  role: Role;
  weight: number;
  from: readonly Told[];
}

export interface ColumnProposal {
  /** 0-based, as given. */
  column: number;
  /** The lowest heading, as printed. */
  heading: string;
  role: Role | 'unread';
  /** `ask`: a person is asked; the role is then what she would probably say. */
  confidence: 'certain' | 'ask';
  /** What the proposed role was told from. */
  from: readonly Told[];
  /** Other roles that it may have, the likeliest first. */
  candidates: readonly Candidate[];
  facts: ColumnFacts;
}

/** What is known beyond the table: how likely a cell is an arrangement or a task of the list, from 0 to 1. */
export interface Known {
  arrangement?: (cell: string) => number;
  task?: (cell: string) => number;
}

/** What a person has said of columns, in their order; nothing where she has said nothing. */
export type SaidRoles = readonly (Role | 'unread' | null | undefined)[];

/** Weights of evidence; the cells add from -6 to 6. */
const weights = { name: 8, akin: 7, ending: 5, within: 2, above: 2, list: 6 } as const;
/** Less speaks for no role. */
const enough = 5;
/** So much is enough for a role that every list has and no other column claims. */
const near = 4;
/** So much the cells say where they fit a role well. */
const fits = 4;
/** By so much the first must lead over the second. */
const lead = 2;
/** So few cells contradict no name. */
const fewCells = 3;

/** Words before a name of a column that only say of which work it is. */
const qualifier =
  /^(?:年度|主要|重点|具体|计划|工作|任务|检查|抽查|整治|整改|执法|活动|安全|专项|演练|培训班?|会议|行动|考核)/u;

/** The words of a heading with fewer and fewer qualifiers: 抽查任务名称, 任务名称, 名称. */
function withoutQualifiers(words: string): string[] {
  const found: string[] = [];
  for (let rest = words.replace(qualifier, ''); rest !== (found.at(-1) ?? words);) {
    found.push(rest);
    rest = rest.replace(qualifier, '');
  }
  return found;
}

function candidatesOf(column: TableColumn, facts: ColumnFacts, kind: TableKind, known: Known): Candidate[] {
  const lowest = column.heading.findLast((cell) => cell.trim() !== '') ?? '';
  const words = lowest.length > longestHeading * 2 ? '' : headWords(lowest);
  const whole = headWords(column.heading.join(''));
  const above = headWords(column.heading.filter((cell) => cell !== lowest).join(''));
  const remark = headRemark(lowest);
  return rolesOf[kind]
    .map((role): Candidate => {
      const { akin, ending, within, against, beneath, cells } = evidence[role];
      const names = namesOf(role, kind);
      const from: Told[] = [];
      let weight = 0;
      const add = (told: Told, by: number): void => {
        from.push(told);
        weight += by;
      };
      const isBeneath = above !== '' && beneath?.test(`${above}/${words}`) === true;
      if (names.includes(words) || names.includes(whole) || isBeneath) add('name', weights.name);
      else if (akin?.test(words) === true || withoutQualifiers(words).some((rest) => names.includes(rest)))
        add('akin', weights.akin);
      else if (against?.test(words) === true) weight -= weights.ending;
      else if (words !== '' && ending?.test(words) === true) add('ending', weights.ending);
      else if (words !== '' && within?.test(words) === true) add('within', weights.within);
      if (above !== '' && (names.includes(above) || ending?.test(above) === true))
        add('above', weights.above);
      if (role === 'supporting' && isRemarkLast(lowest) && /配合|协同|协办|参与/u.test(remark))
        add('name', weights.name + 1);
      if (role === 'lead' && /牵头/u.test(remark)) add('name', weights.name + 1);
      // 抽查比例（数量） holds the number of what is asked for as well.
      if (role === 'quantity' && /数量|[户家]数/u.test(remark)) add('name', weights.name);
      const fit = cells(facts);
      weight += fit;
      if (fit > 0) from.push('cells');
      // A name that leaves no doubt stands, whatever its cells are.
      if (from[0] === 'name') weight = Math.max(weight, enough);
      const match = role === 'arrangements' ? known.arrangement : role === 'name' ? known.task : undefined;
      if (match !== undefined && column.cells.length > 0) {
        const filled = column.cells.filter((cell) => cell.trim() !== '').slice(0, 200);
        const share = filled.reduce((sum, cell) => sum + match(cell), 0) / Math.max(1, filled.length);
        if (share > 0.4) add('list', weights.list * share);
      }
      return { role, weight, from };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/**
 * Proposes what each column holds, from its heading, its cells, the other columns and the list. Words of the heading are evidence,
 * never the gate. Neither the roles nor the confidence depend on where a column stands.
 */
export function proposeColumns(
  columns: readonly TableColumn[],
  kind: TableKind,
  known: Known = {},
  said: SaidRoles = [],
): ColumnProposal[] {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const all = columns.map((column) => {
    const facts = factsOf(column.cells, rows);
    const heading = column.heading.findLast((cell) => cell.trim() !== '') ?? '';
    return {
      column,
      facts,
      heading,
      words: headWords(heading),
      candidates: candidatesOf(column, facts, kind, known),
    };
  });
  if (kind === 'list') putMeasuresFirst(all);
  const taken = new Map<Role, number>();
  const roleOf = new Map<number, Candidate>();
  for (const [at, role] of said.entries()) {
    if (role === null || role === undefined || role === 'unread' || all[at] === undefined) continue;
    roleOf.set(at, { role, weight: Infinity, from: ['person'] });
    taken.set(role, at);
  }
  const isSaid = (at: number): boolean => said[at] !== null && said[at] !== undefined;
  const open = all
    .flatMap(({ candidates }, at) => candidates.map((candidate) => ({ at, candidate })))
    .sort((a, b) => b.candidate.weight - a.candidate.weight || tieBreak(all[a.at]!, all[b.at]!));
  for (const { at, candidate } of open) {
    const { role, weight } = candidate;
    const { words } = all[at]!;
    if (roleOf.has(at) || isSaid(at) || weight < enough) continue;
    if (evidence[role].isMany !== true && taken.has(role)) continue;
    const isOfUnits = role === 'units' && /(?:单位|部门|[科处股]室)[及和、与]/u.test(words);
    if (
      !isOfUnits &&
      unreadNames[kind].test(words) &&
      !candidate.from.includes('name') &&
      weight < weights.ending + fits
    )
      continue;
    roleOf.set(at, candidate);
    taken.set(role, at);
  }
  // Where no column is called so, the tasks stand in the one whose words come nearest.
  if (kind === 'list' && !taken.has('name')) {
    const nearest = all
      .flatMap(({ candidates }, at) =>
        roleOf.has(at) || isSaid(at) ? [] : candidates.map((each) => ({ at, each })),
      )
      .filter(({ each }) => (each.role === 'name' || each.role === 'arrangements') && each.weight >= near)
      .sort((a, b) => b.each.weight - a.each.weight || tieBreak(all[a.at]!, all[b.at]!))[0];
    if (nearest !== undefined) {
      roleOf.set(nearest.at, { ...nearest.each, role: 'name' });
      taken.set('name', nearest.at);
    }
  }
  if (kind === 'list') settleList({ all, taken, roleOf, isSaid });
  const sameEverywhere = new Set(kind === 'list' ? unitsOfWholeTable() : []);
  for (const at of sameEverywhere) roleOf.delete(at);
  // A ledger says what was done about arrangements: its one column of work names those.
  const work = taken.get('name');
  if (kind === 'ledger' && !taken.has('arrangements') && work !== undefined) {
    roleOf.set(work, { ...roleOf.get(work)!, role: 'arrangements' });
    taken.set('arrangements', work);
    taken.delete('name');
  }
  return all.map(({ facts, heading, words, candidates }, at) => {
    const own = roleOf.get(at);
    const others = candidates.filter(({ role }) => role !== own?.role);
    const rival = others.find(({ role, weight }) => isRival(at, own, role, weight));
    // A usual name that the cells bear out stands against whatever is only like another.
    const isNamed =
      own?.from[0] === 'name' &&
      (facts.filled < fewCells || (own.from.includes('cells') && rival?.from[0] !== 'name'));
    const isCertain = sameEverywhere.has(at)
      ? false
      : isSaid(at) || isNamed
        ? true
        : own === undefined
          ? !isCadence(words, facts) &&
            (unreadNames[kind].test(words) || facts.filled === 0 || (rival?.weight ?? 0) < enough)
          : (words === '' && facts.numbering >= 0.9) ||
            (own.from.some((told) => told !== 'cells') && own.weight - (rival?.weight ?? 0) >= lead);
    return {
      column: at,
      heading,
      role: own?.role ?? 'unread',
      confidence: isCertain ? 'certain' : 'ask',
      from: own?.from ?? [],
      candidates: others.slice(0, 4),
      facts,
    } satisfies ColumnProposal;
  });

  /** Beside units that change from row to row, a column that names the same one in each says whose list it is: a person is asked. */
  function unitsOfWholeTable(): number[] {
    const units = [...roleOf].filter(([, { role }]) => role === 'units').map(([at]) => at);
    const differs = (at: number): boolean => all[at]!.facts.distinct * all[at]!.facts.filled > 1.5;
    return units.filter((at) => {
      const { facts, words } = all[at]!;
      const isUsual = namesOf('units', kind).includes(words);
      return (
        !isSaid(at) &&
        !isUsual &&
        facts.filled >= fewCells &&
        !differs(at) &&
        units.some((other) => differs(other))
      );
    });
  }

  /** Whether a column may as well have that role: not where it says both, nor where its holder would have to take a lesser one. */
  function isRival(at: number, own: Candidate | undefined, role: Role, weight: number): boolean {
    // Who leads and who is responsible report alike.
    if (own !== undefined && [own.role, role].every((each) => each === 'lead' || each === 'units'))
      return false;
    if (evidence[role].isMany === true) return true;
    const holder = taken.get(role);
    // A single column of texts says what the task is and what is to be done.
    const isBoth = own?.role === 'name' || own?.role === 'arrangements';
    if (holder === undefined) return !(isBoth && (role === 'name' || role === 'arrangements'));
    const weightOf = (column: number, wanted: Role | undefined): number =>
      all[column]!.candidates.find((each) => each.role === wanted)?.weight ?? 0;
    const asProposed = (own?.weight ?? 0) + (roleOf.get(holder)?.weight ?? 0);
    return asProposed - (weight + weightOf(holder, own?.role)) < lead;
  }
}

/** A column of frequencies says until when, where its cells are cadences (每季度1次): it is not passed over. */
const isCadence = (words: string, { deadline }: ColumnFacts): boolean =>
  /频次|频率/u.test(words) && deadline >= 0.5;

/** 责任单位（配合） names supporting units; 责任（配合）单位 names both. */
const isRemarkLast = (heading: string): boolean => /[)）]$/u.test(heading.trim());

/** A column of measures says what to do, whatever else has long texts, unless its cells are none; one of contents where there is none. */
function putMeasuresFirst(all: { words: string; candidates: Candidate[] }[]): void {
  const [measures, contents]: [readonly string[], readonly string[]] = [
    columnNames.arrangements,
    columnNames.content,
  ];
  if (!all.some(({ words }) => measures.includes(words))) {
    putDemandsLast(all);
    return;
  }
  for (const each of all) {
    const by = measures.includes(each.words) ? near : contents.includes(each.words) ? -near : 0;
    if (by === 0) continue;
    each.candidates = each.candidates
      .map((candidate) =>
        candidate.role !== 'arrangements' || (by > 0 && candidate.weight < weights.name)
          ? candidate
          : { ...candidate, weight: candidate.weight + by },
      )
      .sort((a, b) => b.weight - a.weight);
  }
}

/** Where a column names what is done (抽查事项), one of demands (监管要求) only says how. */
function putDemandsLast(all: { words: string; candidates: Candidate[] }[]): void {
  const isDemand = (words: string): boolean =>
    /(?:要求|标准)$/u.test(words) && !(columnNames.content as readonly string[]).includes(words);
  const says = ({ candidates, words }: (typeof all)[number]): boolean =>
    !isDemand(words) && candidates.some((each) => each.role === 'arrangements' && byHeading(each));
  if (!all.some(says)) return;
  for (const each of all.filter(({ words }) => isDemand(words)))
    each.candidates = each.candidates
      .map((candidate) =>
        candidate.role === 'arrangements' ? { ...candidate, weight: candidate.weight - near } : candidate,
      )
      .sort((a, b) => b.weight - a.weight);
}

/** An order among equals that does not look at where they stand: longer texts first, then by words. */
function tieBreak(
  a: { facts: ColumnFacts; words: string; column: TableColumn },
  b: { facts: ColumnFacts; words: string; column: TableColumn },
): number {
  return (
    b.facts.length - a.facts.length ||
    (a.words < b.words ? -1 : a.words > b.words ? 1 : 0) ||
    (a.column.cells.join('\n') < b.column.cells.join('\n') ? -1 : 1)
  );
}
