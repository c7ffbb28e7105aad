import { commonPolicy, policyOf } from './policy.ts';

/** Headers of every answer, of pages and of the API alike. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // Browsers heed it over HTTPS only.
  'Strict-Transport-Security': 'max-age=31536000',
};

/**
 * The `_headers` file of the site. A page's own rule takes the common policy away first: where two rules
 * set one header, both values are sent, and of two policies a browser enforces both.
 * Source: developers.cloudflare.com/workers/static-assets/headers
 */
export function headersFile(pages: readonly string[], officeJs: string): string {
  const rule = (path: string, lines: readonly string[]) => [path, ...lines.map((line) => `  ${line}`), ''];
  const common = Object.entries(commonHeaders).map(([name, value]) => `${name}: ${value}`);
  return [
    ...rule('/*', [...common, `Content-Security-Policy: ${commonPolicy}`]),
    ...pages
      .filter((page) => policyOf(page, officeJs) !== commonPolicy)
      .flatMap((page) =>
        rule(`/${page}`, [
          '! Content-Security-Policy',
          `Content-Security-Policy: ${policyOf(page, officeJs)}`,
        ]),
      ),
    // Names of assets change with their content.
    ...rule('/assets/*', ['! Cache-Control', 'Cache-Control: public, max-age=31536000, immutable']),
    // Office shows a generic icon where an image comes with cache directives (learn.microsoft.com/javascript/api/manifest/resources).
    ...rule('/icons/*', ['! Cache-Control']),
  ].join('\n');
}
