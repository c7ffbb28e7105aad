import { prefixOf, valueOf, type Tag } from './xmlTags.ts';

/** The two families of namespaces that a workbook's parts are written in. */
export interface Family {
  main: string;
  office: string;
}

const transitional: Family = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict: Family = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The family of a part, by its root. */
export function familyOf(root: Tag): Family {
  const prefix = prefixOf(root);
  const declared = valueOf(root, prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`);
  return declared === strict.main ? strict : transitional;
}
