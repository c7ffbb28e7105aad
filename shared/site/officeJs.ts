/** Office.js as Microsoft serves it worldwide. */
export const officeCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The folder of the site in which a copy of Office.js stands, where one is made (`npm run office-js`). */
export const officeFolder = 'office';

/**
 * Where the pages take Office.js from, as the setting `OFFICE_JS` says: not set, Microsoft's CDN; else an
 * address (`https://…/office.js`) or a path of this site (`/office/office.js`). `null` for anything else.
 */
export function readOfficeJs(setting: string | undefined): string | null {
  const value = setting?.trim() ?? '';
  if (value === '') return officeCdn;
  if (/^\/[\w-][\w/.-]*\.js$/u.test(value)) return value;
  return /^https:\/\/[\w.-]+(:\d+)?\/[\w/.-]+\.js$/u.test(value) ? value : null;
}
