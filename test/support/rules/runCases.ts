import { type RowField, type RowValues } from '../../../shared/row/row.ts';
import { checkRow } from '../../../shared/rules/checkRow.ts';
import { checkKeys } from '../../../shared/rules/checkTable.ts';
import { baseContext, keyCases, rowCases } from './cases.ts';

/** Runs the whole table of cases and says what differs; no test runner, so that any host can run it. */
export function runCases(): { name: string; failures: string[] }[] {
  const rows = rowCases.map((one) => {
    const verdict = checkRow(one.raw, { ...baseContext, ...one.context });
    const failures: string[] = [];
    const compare = (what: string, actual: unknown, expected: unknown): void => {
      const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
      if (got !== wanted) failures.push(`${what}: ${got} instead of ${wanted}`);
    };
    compare(
      'findings',
      verdict.findings.map(({ field, rule }) => `${field} ${rule}`),
      one.finds,
    );
    for (const field of Object.keys(one.values) as RowField[]) {
      compare(field, shown(verdict.values, field), shown(one.values as RowValues, field));
    }
    compare(
      'readAs',
      verdict.readAs.map(({ field, from, to }) => `${field} ${from} → ${to}`),
      one.readAs,
    );
    compare('explained', verdict.explainedRules, one.explained);
    compare('passes', verdict.passes, one.passes);
    return { name: one.name, failures };
  });
  const keys = keyCases.map((one) => {
    const found = checkKeys(
      one.keys.map((key) => ({ key })),
      new Set(one.known),
    );
    const got = JSON.stringify(found.map((finding) => finding?.rule ?? null));
    const wanted = JSON.stringify(one.finds);
    return { name: one.name, failures: got === wanted ? [] : [`${got} instead of ${wanted}`] };
  });
  return [...rows, ...keys];
}

/** JSON has no NaN and Infinity, and tells no number from text of the same look. */
function shown(values: RowValues, field: RowField): string {
  return `${typeof values[field]} ${String(values[field])}`;
}
