import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import type { ICruiseResult, IRegularForbiddenRuleType, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Who may import whom, types included, held by dependency-cruiser: `node lint/arrows.ts [FOLDER]`. Paths are relative to the
 * folder, with forward slashes; `$1` is what the first group of `from` has found.
 */

/** The pure libraries that shared code may use. */
const pureLibraries = ['zod', 'opencc-js', 'temporal-polyfill', 'chinese-days'];

const packages = (...names: string[]): string => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** What of the Worker stands under its nouns and knows none of them. */
const ground = '^worker/(db|problems|clock)/';

/** Where pane, flows, API and workbook are put together: the only files that see them all. */
const assembly = '^addin/(pane/mount\\.tsx|pages/workbook/[^/]+\\.ts|pages/(taskpane|dialog)/page\\.ts)$';

/** What a middleware is: it stands before the routes, as they do above the repositories. */
const middleware = '^worker/keys/(authenticate|rateLimits)\\.ts$';

type Place = string | string[];

/** One arrow: its sentence, and what would go against it. */
const rule = (
  name: string,
  comment: string,
  from: { path?: Place; pathNot?: Place },
  to: IRegularForbiddenRuleType['to'],
): IForbiddenRuleType => ({ name, comment, severity: 'error', from, to });

const layers = 'routes → usecases → repository → table';
const panes = 'pane → flows → (api, workbook port) → shared';
const pages = 'a page → pages/shared → (api, controls, text) → shared';

/** Of the add-in, what a place may use beside what is shared. */
const uses = (place: string, allowed: Place, comment: string): IForbiddenRuleType =>
  rule(
    `addin-${place}`,
    comment,
    { path: `^addin/${place}/`, pathNot: assembly },
    { path: '^addin/', pathNot: allowed },
  );

export const arrows: readonly IForbiddenRuleType[] = [
  rule(
    'no-tests',
    'the product never imports its tests',
    { path: '^(shared|worker|addin)/' },
    { path: '^test/' },
  ),
  rule(
    'shared-alone',
    'shared uses nothing of ours',
    { path: '^shared/' },
    { path: '^(worker|addin|lint|seeds)/' },
  ),
  rule(
    'shared-pure',
    `shared imports only ${pureLibraries.join(', ')}`,
    { path: '^shared/' },
    { pathNot: ['^(shared|worker|addin|lint|seeds|test)/', packages(...pureLibraries)] },
  ),
  rule(
    'worker-addin',
    'worker and addin never import each other',
    { path: '^(worker|addin)/' },
    { path: '^(worker|addin)/', pathNot: '^$1/' },
  ),
  rule(
    'drizzle',
    'only tables, repositories and worker/db know drizzle',
    { path: '^(worker|addin)/', pathNot: ['^worker/(db|local)/', '^worker/.*\\.(repository|table)\\.ts$'] },
    { path: packages('drizzle-orm') },
  ),
  rule(
    'univer',
    'Univer stands behind the workbook port: only in addin/workbook/univer*',
    { path: '^addin/', pathNot: '^addin/workbook/univer' },
    { path: packages('@univerjs') },
  ),
  rule(
    'no-screen',
    'flows, API and texts know no screen',
    { path: '^addin/(flows|api|text)/' },
    { path: packages('preact', '@fluentui') },
  ),
  rule(
    'worker-local',
    'the Worker never imports the local server',
    { path: '^worker/', pathNot: '^worker/local/' },
    { path: '^worker/local/' },
  ),
  rule(
    'worker-ground',
    'worker/db, problems and clock stand under the nouns',
    { path: ground },
    { path: '^worker/', pathNot: ground },
  ),
  rule(
    'table',
    'a table imports tables only',
    { path: '\\.table\\.ts$' },
    { path: '^worker/', pathNot: '\\.table\\.ts$' },
  ),
  rule(
    'table-seen',
    `only repositories see tables: ${layers}`,
    { path: '^worker/', pathNot: ['\\.(repository|table)\\.ts$', '^worker/(db|local)/'] },
    { path: '\\.table\\.ts$' },
  ),
  rule(
    'repository-http',
    `a repository knows no HTTP: ${layers}`,
    { path: '\\.repository\\.ts$' },
    { path: ['\\.routes\\.ts$', '^worker/http/', middleware] },
  ),
  rule(
    'repository-above',
    `a repository never imports what stands above it: ${layers}`,
    { path: '\\.repository\\.ts$' },
    { path: '\\.usecase\\.ts$' },
  ),
  rule(
    'repository-seen',
    'what uses a repository is a use case and is called so (*.usecase.ts); of a type alone anybody may know',
    {
      path: '^worker/[^/]+/',
      pathNot: ['\\.(repository|usecase|routes)\\.ts$', '^worker/local/', middleware],
    },
    { path: '\\.repository\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'usecase-http',
    `a use case knows no HTTP: ${layers}`,
    { path: '\\.usecase\\.ts$' },
    { path: ['\\.routes\\.ts$', middleware] },
  ),
  rule(
    'routes-mounted',
    `only the app mounts routes: ${layers}`,
    { path: '^worker/[^/]+/', pathNot: ['\\.routes\\.ts$', '^worker/local/'] },
    { path: '\\.routes\\.ts$' },
  ),
  rule(
    'addin-pane',
    panes,
    { path: '^addin/pane/', pathNot: assembly },
    { path: '^addin/(workbook|api|pages)/', pathNot: '^addin/workbook/port\\.ts$' },
  ),
  uses('flows', ['^addin/(flows|api)/', '^addin/workbook/port\\.ts$'], panes),
  uses('text', '^addin/text/', panes),
  uses('api', '^addin/api/', panes),
  uses('workbook', '^addin/(workbook|text)/', panes),
  uses('controls', '^addin/(controls|text)/', 'a control knows nothing of what it is used for'),
  uses('guide', '^addin/(guide|pictures)/', 'the guide uses nothing of ours'),
  rule(
    'addin-pages',
    pages,
    { path: '^addin/pages/([^/]+)/', pathNot: [assembly, '^addin/pages/help/'] },
    { path: '^addin/', pathNot: ['^addin/pages/($1|shared)/', '^addin/(api|controls|text)/'] },
  ),
  rule(
    'addin-help',
    pages,
    { path: '^addin/pages/help/' },
    { path: '^addin/', pathNot: ['^addin/pages/(help|shared)/', '^addin/(api|controls|text|guide)/'] },
  ),
];

/** Folders of the Worker form no circle: each can be read, and moved, without those above it. */
const circles: IForbiddenRuleType = {
  name: 'folder-circle',
  comment: 'the folders of the Worker form no circle',
  severity: 'error',
  scope: 'folder',
  from: { path: '^worker' },
  to: { circular: true },
};

/** An import that goes against an arrow. */
export interface BrokenArrow {
  from: string;
  to: string;
  /** The sentence of the arrow. */
  arrow: string;
}

/**
 * dependency-cruiser reads TypeScript by the compiler's JavaScript API, which ends with TypeScript 6: it gets that one,
 * while everything else goes on with the project's own.
 */
function giveItsTypeScript(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const isAsked = /^typescript(\/|$)/u.test(specifier);
      const asksCruiser = /\/dependency-cruiser\//u.test(context.parentURL ?? '');
      return next(
        isAsked && asksCruiser ? specifier.replace('typescript', 'typescript-6') : specifier,
        context,
      );
    },
  });
}

/**
 * Looks at every import below `folder`, those of types too.
 * @throws Error where dependency-cruiser found nothing to look at, or could not read TypeScript.
 */
export async function brokenArrows(folder: string): Promise<BrokenArrow[]> {
  giveItsTypeScript();
  const { cruise } = await import('dependency-cruiser');
  const { output } = await cruise(['shared', 'worker', 'addin'], {
    baseDir: resolve(folder),
    tsPreCompilationDeps: true,
    parser: 'tsc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|png|svg|json|sql)$|\\?' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    validate: true,
    ruleSet: { forbidden: [...arrows, circles] },
  });
  const { modules, summary } = output as ICruiseResult;
  const typeImports = modules.flatMap(({ dependencies }) =>
    dependencies.filter(({ dependencyTypes }) => dependencyTypes.includes('type-only')),
  );
  if (typeImports.length === 0) throw new Error('no import of a type was seen: is TypeScript read?');
  const sentences = new Map([...arrows, circles].map(({ name, comment }) => [name, comment ?? '']));
  return summary.violations.map(({ from, to, rule: { name }, cycle }) => ({
    from,
    to: cycle ? cycle.map((each) => each.name).join(' → ') : to,
    arrow: sentences.get(name) ?? name,
  }));
}

if (import.meta.main) {
  const broken = await brokenArrows(process.argv[2] ?? resolve(import.meta.dirname, '..'));
  for (const { from, to, arrow } of broken) console.log(`${from} → ${to}: ${arrow}`);
  if (broken.length > 0) process.exitCode = 1;
}
