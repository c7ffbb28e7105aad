import { childrenOf, elementAt, escaped, prefixOf, rootOf, splice, valueOf } from './xmlTags.ts';

const titles = '_xlnm.Print_Titles';
/** What stands before the names of a workbook, in the order of the schema. */
const before = ['sheets', 'functionGroups', 'externalReferences'];

/** A workbook whose sheet at a place (0-based, called `name`) repeats one of its rows (1-based) on every page. */
export function withPrintTitles(xml: string, sheet: number, name: string, row: number): string {
  const root = rootOf(xml);
  const prefix = prefixOf(root);
  const children = childrenOf(xml, elementAt(xml, root));
  const area = escaped(`'${name.replaceAll("'", "''")}'!$${row}:$${row}`);
  const one = `<${prefix}definedName name="${titles}" localSheetId="${sheet}">${area}</${prefix}definedName>`;
  const names = children.find(({ tag }) => tag.local === 'definedNames');
  if (names === undefined) {
    const at = children.findLast(({ tag }) => before.includes(tag.local))!.end;
    const by = `<${prefix}definedNames>${one}</${prefix}definedNames>`;
    return splice(xml, [{ start: at, end: at, by }]);
  }
  const own = childrenOf(xml, names).find(
    ({ tag }) => valueOf(tag, 'name') === titles && valueOf(tag, 'localSheetId') === String(sheet),
  );
  if (own !== undefined) return splice(xml, [{ start: own.start, end: own.end, by: one }]);
  if (names.tag.isEmpty) {
    const by = `<${names.tag.name}>${one}</${names.tag.name}>`;
    return splice(xml, [{ start: names.start, end: names.end, by }]);
  }
  return splice(xml, [{ start: names.innerEnd, end: names.innerEnd, by: one }]);
}
