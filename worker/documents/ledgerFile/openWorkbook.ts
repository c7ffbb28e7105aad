import type { Problem } from '../../problems/problem.ts';
import { damaged } from '../limits.ts';
import { expectPackage, notAsNamed } from '../sniff.ts';
import { readXml } from '../xml.ts';
import { Package } from '../zip.ts';
import { bounds } from './bounds.ts';
import { kindOfPackage } from '../packageKind.ts';

/** A worksheet of a workbook: its tab, and the part that holds its cells. */
export interface SheetPart {
  name: string;
  isHidden: boolean;
  /** As the package spells it. */
  path: string;
}

/** A workbook's parts, found by its relationships, wherever they lie and however they are spelt. */
export interface Workbook {
  zip: Package;
  main: string;
  /** Worksheets only: charts, dialogs and macro sheets are no tables. */
  sheets: readonly SheetPart[];
  /** All tabs in their order, worksheets or not. */
  tabs: readonly { name: string; path: string | null }[];
  strings: string | null;
  styles: string | null;
  date1904: boolean;
  isStructureProtected: boolean;
  isSigned: boolean;
}

export interface Relationship {
  id: string;
  /** The last word of its type: `worksheet`, `chartsheet`, `comments`. */
  kind: string;
  type: string;
  /** The part's name as the package spells it; `null`: outside of the package, or missing. */
  part: string | null;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
const plain = (part: string): string => part.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();

/** A part by its name: letters' case, backslashes and a leading slash do not tell parts apart. */
export function findPart(zip: Package, name: string): string | null {
  const wanted = plain(name);
  if (zip.has(wanted)) return wanted;
  return zip.names.find((each) => plain(each) === wanted) ?? null;
}

/** Where a relationship of a part leads. */
export function resolveTarget(source: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const path = clean.startsWith('/') ? clean : folderOf(source.replaceAll('\\', '/')) + clean;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export const relationshipsPart = (part: string): string => {
  const path = part.replaceAll('\\', '/');
  const folder = folderOf(path);
  return `${folder}_rels/${path.slice(folder.length)}.rels`;
};

/** The relationships of a part (`''`: of the package). */
export function readRelationships(zip: Package, source: string): Relationship[] {
  const path = findPart(zip, relationshipsPart(source));
  if (path === null) return [];
  const found: Relationship[] = [];
  readXml(zip, path, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const type = attribute('Type') ?? '';
      const isOutside = attribute('TargetMode') === 'External';
      found.push({
        ...{ id: attribute('Id') ?? '', type, kind: type.slice(type.lastIndexOf('/') + 1) },
        part: isOutside ? null : findPart(zip, resolveTarget(source, attribute('Target') ?? '')),
      });
    },
  });
  return found;
}

/** Opens an .xlsx; refuses in words what is none, or is encrypted, or of the old format. `most`: bytes that may be unpacked. */
export function openWorkbook(bytes: Uint8Array, most: { part: number; parts: number } = bounds): Workbook {
  expectPackage(bytes, '.xlsx');
  const zip = new Package(bytes, most);
  const ofPackage = readRelationships(zip, '');
  const main =
    ofPackage.find(({ kind, part }) => kind === 'officeDocument' && part !== null)?.part ??
    findPart(zip, 'xl/workbook.xml');
  const kind = kindOfPackage(zip);
  if (main === null) throw kind === '.xlsx' || kind === 'zip' ? noWorkbook(kind) : notAsNamed('.xlsx', kind);
  const tabs: { name: string; isHidden: boolean; id: string }[] = [];
  let isWorkbook = false;
  let date1904 = false;
  let isStructureProtected = false;
  if (/\.bin$/iu.test(main)) throw notAsNamed('.xlsx', '.xlsb');
  readXml(zip, main, {
    open(name, attribute) {
      if (name === 'workbook') isWorkbook = true;
      else if (name === 'workbookPr') date1904 = isOn(attribute('date1904'));
      else if (name === 'workbookProtection') isStructureProtected ||= isOn(attribute('lockStructure'));
      else if (name === 'sheet')
        tabs.push({
          name: attribute('name') ?? '',
          isHidden: /hidden/iu.test(attribute('state') ?? ''),
          id: attribute('r:id') ?? '',
        });
    },
  });
  if (!isWorkbook) throw notAsNamed('.xlsx', kind);
  const related = readRelationships(zip, main);
  const partOf = (wanted: string): string | null =>
    related.find((each) => each.kind === wanted)?.part ?? null;
  const sheets = tabs.flatMap(({ name, isHidden, id }): SheetPart[] => {
    const relationship = related.find((each) => each.id === id);
    if (relationship !== undefined && relationship.kind !== 'worksheet') return [];
    if (relationship === undefined || relationship.part === null) throw missing(name);
    return [{ name, isHidden, path: relationship.part }];
  });
  return {
    tabs: tabs.map(({ name, id }) => ({ name, path: related.find((each) => each.id === id)?.part ?? null })),
    ...{ zip, main, sheets, strings: partOf('sharedStrings'), styles: partOf('styles') },
    ...{ date1904, isStructureProtected },
    isSigned: ofPackage.some((each) => /digital-signature/u.test(each.type)),
  };
}

export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

const noWorkbook = (kind: string): Problem =>
  kind === 'zip' ? notAsNamed('.xlsx', kind) : damaged('缺少工作簿部件', 'its workbook part is missing');
const missing = (name: string): Problem =>
  damaged(`找不到工作表“${name}”的内容`, `the content of sheet “${name}” is missing`);
