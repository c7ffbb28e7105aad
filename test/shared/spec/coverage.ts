import { parseAst } from 'vite';

/** A rule of the specification. */
export interface Rule {
  number: string;
  text: string;
  /** Its text begins with "Not built:", so that no test can show it. */
  built: boolean;
}

/** The rules of a specification: list items that begin with a number in bold, `- **S3.1** …`. */
export function rulesOf(spec: string): Rule[] {
  const rules: Rule[] = [];
  const item = /^- \*\*([A-Z]\d+(?:\.\d+)?)\*\* (.*(?:\n {2}.*)*)/gmu;
  for (const [, number = '', text = ''] of spec.matchAll(item)) {
    rules.push({ number, text: text.replaceAll(/\s+/gu, ' '), built: !text.startsWith('Not built:') });
  }
  return rules;
}

/** The body rows of the table that follows a rule. */
export function tableAfter(spec: string, number: string): string[][] {
  const [, after = ''] = spec.split(`- **${number}** `);
  const table = /^\|.*\|\n\|[-| ]+\|\n((?:\|.*\|\n?)+)/mu.exec(after)?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

interface Node {
  type: string;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The name at the head of a callee: `test` of `test.each(…)(…)`. */
function headOf(callee: unknown): string {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.name);
  return headOf(callee.object ?? callee.callee ?? callee.tag);
}

function textOf(title: unknown): string | null {
  if (!isNode(title)) return null;
  if (title.type === 'Literal' && typeof title.value === 'string') return title.value;
  if (title.type !== 'TemplateLiteral') return null;
  return (title.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}

const runners = new Set(['test', 'it', 'describe']);

/** The titles of the tests and groups of a test file, as written; what a title interpolates is left out. */
export function titlesOf(source: string): string[] {
  const titles: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression' && runners.has(headOf(value.callee))) {
      const title = textOf((value.arguments as unknown[])[0]);
      if (title !== null) titles.push(title);
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return titles;
}

/** The rule numbers that a title quotes: whole ones only, so that 2024-B1 quotes nothing. */
export function quotedIn(title: string): string[] {
  return title.match(/(?<![\w.-])[IPVSBACTEL]\d+(?:\.\d+)?(?![\w-]|\.\d)/gu) ?? [];
}

export interface Coverage {
  /** Rules that are built and that no title quotes. */
  untested: string[];
  /** Numbers that are quoted and are no rule, with where. */
  unknown: string[];
  /** Numbers that two rules have. */
  repeated: string[];
}

/** Holds the titles of test files, by path, against a specification. */
export function coverageOf(spec: string, files: Readonly<Record<string, string>>): Coverage {
  const rules = rulesOf(spec);
  const numbers = rules.map(({ number }) => number);
  const known = new Set(numbers);
  const quoted = new Set<string>();
  const unknown: string[] = [];
  for (const [file, source] of Object.entries(files)) {
    for (const title of titlesOf(source)) {
      for (const number of quotedIn(title)) {
        quoted.add(number);
        if (!known.has(number)) unknown.push(`${number} in ${file}: ${title}`);
      }
    }
  }
  return {
    untested: rules
      .filter(({ number, built }) => built && !quoted.has(number))
      .map(({ number, text }) => `${number} ${text.slice(0, 80)}`),
    unknown,
    repeated: numbers.filter((number, at) => numbers.indexOf(number) !== at),
  };
}
