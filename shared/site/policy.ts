/**
 * Who frames the task pane: Office on the web, worldwide and as 21Vianet operates it in China. Desktop Excel frames nothing.
 * Microsoft publishes no list for Excel's add-ins: these are the hosts that Excel for the web runs on, and those that it
 * names for Teams and the Microsoft 365 app, in which Excel opens too.
 * Source: learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
 */
const officeFrames = [
  'https://*.officeapps.live.com',
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://onedrive.live.com',
  'https://*.sharepoint.com',
  'https://*.partner.officewebapps.cn',
  'https://*.sharepoint.cn',
];

type Policy = Readonly<Record<string, readonly string[]>>;

/** What every page may do: load from its own origin, and be framed by nobody. No script in the page, no `eval`. */
const strict: Policy = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Univer draws with pictures from data: addresses and puts its styles into the page; the documentation does the latter. */
const inlineStyle: Policy = { 'style-src': ["'self'", "'unsafe-inline'"] };
const dataImages: Policy = { 'img-src': ["'self'", 'data:'] };

/** Office.js loads its own parts from beside itself. */
function office(officeJs: string): Policy {
  const origin = /^https:\/\/[^/]+/u.exec(officeJs)?.[0];
  return { 'script-src': origin ? ["'self'", origin] : ["'self'"] };
}

/** What single pages need beyond the common policy, by the name of their file. */
function needs(page: string, officeJs: string): Policy {
  switch (page) {
    case 'workbook':
      return { ...inlineStyle, ...dataImages };
    case 'docs':
      return inlineStyle;
    case 'taskpane':
      return { ...office(officeJs), 'frame-ancestors': ["'self'", ...officeFrames] };
    case 'dialog':
      return office(officeJs);
    default:
      return {};
  }
}

function text(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The content security policy of every answer that has none of its own: redirects, assets, most pages. */
export const commonPolicy = text(strict);

/** The policy of the API's answers, which are no pages. */
export const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

/** The content security policy of one page, by the name of its file (`taskpane` for taskpane.html). */
export function policyOf(page: string, officeJs: string): string {
  return text({ ...strict, ...needs(page, officeJs) });
}
