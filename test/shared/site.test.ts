import { describe, expect, it, test } from 'vitest';
import { headersFile } from '../../shared/site/headers.ts';
import { officeCdn, readOfficeJs } from '../../shared/site/officeJs.ts';
import { policyOf } from '../../shared/site/policy.ts';

const sources = (page: string, directive: string, officeJs = officeCdn) =>
  policyOf(page, officeJs)
    .split('; ')
    .find((part) => part.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1);

describe('A9: policies', () => {
  test('only the task pane may be framed, and nowhere may a script stand in the page or be made of text', () => {
    for (const page of [
      '',
      'index',
      'bureau',
      'docs',
      'workbook',
      'unit',
      'upload',
      'dialog',
      'help',
      'taskpane',
    ]) {
      const all = policyOf(page, officeCdn);
      expect(all).not.toContain('unsafe-eval');
      expect(sources(page, 'script-src') ?? sources(page, 'default-src')).not.toContain("'unsafe-inline'");
      expect(all).not.toMatch(/ \*( |;|$)| https:( |;|$)/u);
      if (page !== 'taskpane') expect(sources(page, 'frame-ancestors'), page).toEqual(["'none'"]);
    }
    expect(sources('taskpane', 'frame-ancestors')).toEqual(
      expect.arrayContaining([
        'https://*.officeapps.live.com',
        'https://*.cloud.microsoft',
        'https://teams.microsoft.com',
      ]),
    );
    expect(sources('bureau', 'style-src')).toBeUndefined();
  });

  test('A9.2: the policy follows where Office.js comes from', () => {
    expect(sources('taskpane', 'script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(sources('taskpane', 'script-src', '/office/office.js')).toEqual(["'self'"]);
    expect(sources('dialog', 'script-src', 'https://cdn.example:8443/a/office.js')).toEqual([
      "'self'",
      'https://cdn.example:8443',
    ]);
    expect(sources('bureau', 'script-src', 'https://cdn.example/office.js')).toBeUndefined();
  });
});

describe('A9.1: the _headers file', () => {
  const lines = headersFile(['index', 'taskpane', 'workbook'], officeCdn).split('\n');

  it('stays within what Cloudflare reads: 100 rules, 2,000 characters a line', () => {
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThan(100);
    for (const line of lines) expect(line.length).toBeLessThan(2000);
  });

  it('takes the common policy away before it sets a page’s own', () => {
    const at = lines.indexOf('/taskpane');
    expect(lines[at + 1]).toBe('  ! Content-Security-Policy');
    expect(lines[at + 2]).toBe(`  Content-Security-Policy: ${policyOf('taskpane', officeCdn)}`);
    expect(lines).not.toContain('/index');
  });
});

describe('A9.2: OFFICE_JS', () => {
  it.each([
    [undefined, officeCdn],
    [' ', officeCdn],
    ['/office/office.js', '/office/office.js'],
    [
      'https://office.intranet.example:8443/lib/office.js',
      'https://office.intranet.example:8443/lib/office.js',
    ],
  ])('takes %s', (setting, address) => expect(readOfficeJs(setting)).toBe(address));

  it.each([
    ...[
      'http://office.example/office.js',
      '//office.example/office.js',
      'office.js',
      '/office/',
      '/../x.js ',
    ],
    ...[
      'https://a.example/office.js; frame-ancestors *',
      "https://a.example/x.js' 'unsafe-eval",
      'javascript:a.js',
    ],
  ])('refuses %s', (setting) => expect(readOfficeJs(setting)).toBeNull());
});
