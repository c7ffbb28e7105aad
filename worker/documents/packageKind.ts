import type { Package } from './zip.ts';

/** What a package is, told by the parts that it must have. */
const kinds: readonly (readonly [name: string, part: RegExp])[] = [
  ['.xlsx', /^xl[/\\]workbook\.xml$/iu],
  ['.docx', /^word\/document\d*\.xml$/iu],
  ['.xlsb', /^xl\/workbook\.bin$/iu],
  ['.pptx', /^ppt\/presentation\.xml$/iu],
  ['.ods / .odt', /^mimetype$/u],
];

export const kindOfPackage = (zip: Package): string =>
  kinds.find(([, part]) => zip.names.some((name) => part.test(name)))?.[0] ?? 'zip';
