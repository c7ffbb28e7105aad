import { relative } from 'node:path';

/** The part of oxlint's JS plugin interface that is used here. */
interface Node {
  type: string;
  parent?: Node | null;
  [field: string]: unknown;
}
interface Context {
  filename: string;
  cwd: string;
  report(finding: { node: Node; message: string }): void;
}
type Visitor = Record<string, (node: Node) => void>;

const fileOf = (context: Context) => relative(context.cwd, context.filename).replaceAll('\\', '/');

/** Whether a file of the Worker may hold SQL. */
const knowsSql = (file: string): boolean =>
  /^worker\/(db|local)\//u.test(file) || /\.(repository|table)\.ts$/u.test(file);

/** `Excel.` and `Office.` stand behind the workbook port: only in addin/workbook/excel*. */
function officeDoor(context: Context): Visitor {
  const from = fileOf(context);
  if (!/^(addin|shared|worker)\//.test(from) || from.startsWith('addin/workbook/excel')) return {};
  const check = (node: Node, head: unknown) => {
    const { type, name } = head as { type?: string; name?: string };
    if (type === 'Identifier' && (name === 'Excel' || name === 'Office' || name === 'OfficeExtension'))
      context.report({ node, message: `${name}. is used in ${from}: only addin/workbook/excel* may` });
  };
  return {
    MemberExpression: (node) => check(node, node.object),
    TSQualifiedName: (node) => check(node, node.left),
  };
}

/** SQL is written in repositories, tables and worker/db. */
function sqlInRepository(context: Context): Visitor {
  const from = fileOf(context);
  if (!from.startsWith('worker/') || knowsSql(from)) return {};
  return {
    CallExpression(node) {
      const callee = node.callee as { type: string; property?: { name?: string } };
      if (callee.type === 'MemberExpression' && callee.property?.name === 'prepare')
        context.report({ node, message: `${from} prepares SQL: only repositories and worker/db do` });
    },
  };
}

const loops = new Set([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
]);
const iterations = new Set(['forEach', 'map', 'flatMap', 'filter', 'reduce', 'some', 'every', 'find']);
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** `context.sync()` is a round trip to Excel: never once per item. */
function noSyncInLoop(context: Context): Visitor {
  return {
    CallExpression(node) {
      const callee = node.callee as { type: string; property?: { name?: string } };
      if (callee.type !== 'MemberExpression' || callee.property?.name !== 'sync') return;
      if (repeats(node))
        context.report({ node, message: 'sync() inside a loop: collect first, then sync once' });
    },
  };
}

/** Whether the node's nearest function repeats it, by a loop or as the callback of an iteration. */
function repeats(node: Node): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (loops.has(outer.type)) {
      // What a loop starts from is evaluated once.
      const once =
        inner === outer.init ||
        ((outer.type === 'ForOfStatement' || outer.type === 'ForInStatement') && inner === outer.right);
      if (!once) return true;
    }
    if (functions.has(outer.type)) {
      const call = outer.parent as (Node & { arguments?: Node[] }) | null | undefined;
      if (call?.type !== 'CallExpression' || !call.arguments?.includes(outer)) return false;
      const callee = call.callee as { property?: { name?: string } };
      return iterations.has(callee.property?.name ?? '');
    }
  }
  return false;
}

const rule = (create: (context: Context) => Visitor) => ({ create });

export default {
  meta: { name: 'house' },
  rules: {
    'office-door': rule(officeDoor),
    'sql-in-repository': rule(sqlInRepository),
    'no-sync-in-loop': rule(noSyncInLoop),
  },
};
