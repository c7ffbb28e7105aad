import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acts, actWords } from '../../shared/manifest/acts.ts';
import { manifestFor } from '../../shared/manifest/manifest.ts';
import { readOrigin } from '../../shared/manifest/origin.ts';
import { manifestAt } from '../../worker/local/manifest.ts';
import { manifestRules } from '../support/manifest/rules.ts';
import { all, child, readManifest } from '../support/manifest/tree.ts';

const origin = 'https://taizhang.example.cn';
const xml = manifestFor(origin);
const root = readManifest(xml);

/** The rules that a manifest breaks. */
const broken = (text: string) =>
  manifestRules.filter((rule) => rule.check(readManifest(text)).length > 0).map(({ id }) => id);

describe('E1: the manifest', () => {
  it.each(manifestRules.map((rule) => [rule.id, rule.page, rule] as const))(
    'keeps the rule %s of learn.microsoft.com%s',
    (_, __, rule) => expect(rule.check(root)).toEqual([]),
  );

  it('has the tab 台账 with the six buttons in their order, in Chinese and English', () => {
    const word = (resid: string | undefined) => {
      const string = all(root, 'String').find((each) => each.get('id') === resid);
      return [string?.get('DefaultValue'), all(string!, 'Override')[0]?.get('Value')];
    };
    const labelOf = (name: string) => all(root, name).map((each) => word(child(each, 'Label')?.get('resid')));
    expect(labelOf('CustomTab')).toEqual([['台账', 'Taizhang']]);
    expect(labelOf('Control')).toEqual([
      ['连接', 'Connect'],
      ['拉取', 'Pull'],
      ['校验', 'Check'],
      ['同步', 'Sync'],
      ['统计', 'Progress'],
      ['帮助', 'Help'],
    ]);
    for (const control of all(root, 'Control')) {
      const tip = child(child(control, 'Supertip'), 'Description')?.get('resid');
      const act = acts.find((each) => tip === `${each}.Tip`)!;
      expect(word(tip)).toEqual([actWords[act].zh[1], actWords[act].en[1]]);
    }
    expect(child(root, 'DefaultLocale')?.text).toBe('zh-CN');
  });

  it('opens the pane by 连接, and calls a function of its own by every other button', () => {
    const [first, ...others] = all(root, 'Action');
    expect(first?.get('type')).toBe('ShowTaskpane');
    expect(others.map((action) => child(action, 'FunctionName')?.text)).toEqual(acts.slice(1));
  });

  it('points only to its own origin, to pages that are there, and to icons of the size they say, each button’s its own', () => {
    const links = [...xml.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((match) => new URL(match[1]!));
    for (const link of links) expect(link.origin).toBe(origin);
    const icons = links.filter(({ pathname }) => pathname.endsWith('.png'));
    for (const { pathname } of icons) {
      const file = `addin/public${pathname}`;
      expect(existsSync(file), file).toBe(true);
      const size = /-(\d+)\.png$/.exec(pathname)![1];
      expect([readFileSync(file).readUInt32BE(16), readFileSync(file).readUInt32BE(20)], file).toEqual([
        Number(size),
        Number(size),
      ]);
    }
    const drawn = icons
      .filter(({ pathname }) => pathname.endsWith('-32.png'))
      .map(({ pathname }) => pathname);
    const pictures = [...new Set(drawn)].map((path) =>
      readFileSync(`addin/public${path}`).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(acts.length + 1);
    for (const { pathname } of links.filter((link) => !link.pathname.endsWith('.png')))
      expect(existsSync(`addin${pathname}.html`), pathname).toBe(true);
  });
});

/** Ways to break a manifest, and the rule that notices: [what, rule, the words to replace, by what]. */
const breakages: [string, string, string | RegExp, string][] = [
  [
    'elements in another order',
    'order',
    /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
    '$2$1',
  ],
  ['Hosts after DefaultSettings', 'order', /(<Hosts><Host Name.*)\n(.*)\n(.*)\n/, '$2\n$3\n$1\n'],
  [
    'Runtimes after the form factor',
    'order',
    /(<Runtimes>.*<\/Runtimes>)([\s\S]*<\/DesktopFormFactor>)/,
    '$2$1',
  ],
  ['FunctionFile before GetStarted', 'order', /(<GetStarted>.*<\/GetStarted>)\s*(<FunctionFile.*)/, '$2$1'],
  [
    'the tab’s label before its group',
    'order',
    /(<Group id[\s\S]*<\/Group>)\s*(<Label resid="Tab.Label"\/>)/,
    '$2$1',
  ],
  ['an icon after the buttons', 'order', /(<Icon>.*<\/Icon>)\n(\s*<Control[\s\S]*<\/Control>)/, '$2$1'],
  ['no permissions', 'order', /<Permissions>.*<\/Permissions>/, ''],
  ['no description', 'order', /<Description DefaultValue.*\n/, ''],
  ['a button without a supertip', 'order', /<Supertip>.*<\/Supertip>/, ''],
  ['a button without an icon', 'order', /(<Supertip>.*<\/Supertip>\s*)<Icon>.*<\/Icon>/, '$1'],
  ['a button with two actions', 'order', /(<Action.*<\/Action>)/, '$1$1'],
  ['a pane without a page', 'order', /<SourceLocation resid="Pane.Url"\/>/, ''],
  ['an element that no schema has', 'order', '<GetStarted>', '<Welcome/><GetStarted>'],
  ['an id that is no GUID', 'id', /<Id>.*<\/Id>/, '<Id>taizhang</Id>'],
  ['a version of one number', 'version', /<Version>.*<\/Version>/, '<Version>1</Version>'],
  ['a version below 1.0', 'version', /<Version>.*<\/Version>/, '<Version>0.9.0.0</Version>'],
  ['a version of words', 'version', /<Version>.*<\/Version>/, '<Version>1.0.beta</Version>'],
  ['no provider', 'provider-name', /<ProviderName>.*<\/ProviderName>/, '<ProviderName></ProviderName>'],
  ['a default locale that is none', 'locale', '<DefaultLocale>zh-CN', '<DefaultLocale>Chinese'],
  ['an override for the default locale', 'locale', 'Locale="en-US"', 'Locale="zh-CN"'],
  [
    'a display name that is too long',
    'display-name',
    'DefaultValue="台账"><',
    `DefaultValue="${'台'.repeat(126)}"><`,
  ],
  [
    'an empty display name in English',
    'display-name',
    'Value="Taizhang"/></DisplayName>',
    'Value=""/></DisplayName>',
  ],
  ['a description that is too long', 'description', /(<Description DefaultValue=")/, `$1${'长'.repeat(250)}`],
  ['a label that is too long', 'short-strings', 'DefaultValue="拉取"', `DefaultValue="${'拉'.repeat(126)}"`],
  [
    'a supertip that is too long in English',
    'long-strings',
    'Value="Checks every',
    `Value="${'x'.repeat(240)}`,
  ],
  ['a supertip without words', 'long-strings', /DefaultValue="检查台账[^"]*"/, 'DefaultValue=""'],
  ['another permission', 'permissions', 'ReadWriteDocument', 'Everything'],
  ['another host', 'hosts', 'Host Name="Workbook"', 'Host Name="Excel"'],
  ['another host in the overrides', 'hosts', 'xsi:type="Workbook"', 'xsi:type="Document"'],
  [
    'HTTP',
    'https',
    `DefaultValue="${origin}/taskpane"`,
    'DefaultValue="http://taizhang.example.cn/taskpane"',
  ],
  [
    'an icon over HTTP',
    'https',
    `${origin}/icons/sync-16.png`,
    'http://taizhang.example.cn/icons/sync-16.png',
  ],
  ['an address that is none', 'urls', `DefaultValue="${origin}/help"`, 'DefaultValue="help"'],
  ['an address that is too long', 'urls', `${origin}/help`, `${origin}/${'a'.repeat(2048)}`],
  ['an icon that is no picture', 'icon-files', 'icon-32.png', 'icon-32.svg'],
  ['no icon of 80', 'icon-sizes', '<bt:Image size="80" resid="pull.80"/>', ''],
  ['an icon of 17', 'icon-sizes', 'size="20" resid="pull.20"', 'size="17" resid="pull.20"'],
  ['a size twice', 'icon-sizes', 'size="20" resid="pull.20"', 'size="16" resid="pull.20"'],
  ['a resource twice', 'resource-ids', 'Image id="pull.20"', 'Image id="pull.24"'],
  ['an id of 33 characters', 'resource-ids', /Pane\.Url/g, 'P'.repeat(33)],
  ['a resource that is not there', 'resids', 'resid="sync.Tip"', 'resid="sync.Hint"'],
  ['a label among the long strings', 'resids', '<Label resid="sync.Label"', '<Label resid="sync.Tip"'],
  [
    'a resource that nobody uses',
    'resids',
    '<bt:Urls>',
    `<bt:Urls><bt:Url id="Old.Url" DefaultValue="${origin}/old"/>`,
  ],
  ['two buttons of one id', 'control-ids', 'id="Taizhang.sync"', 'id="Taizhang.pull"'],
  ['a button without an id', 'control-ids', ' id="Taizhang.sync"', ''],
  ['two tabs', 'one-tab', /(<CustomTab[\s\S]*<\/CustomTab>)/, '$1$1'],
  ['an action that is none', 'actions', 'xsi:type="ExecuteFunction"', 'xsi:type="OpenPage"'],
  ['a function that no program can have', 'actions', '<FunctionName>sync', '<FunctionName>sync now'],
  ['two buttons with one function', 'actions', '<FunctionName>sync', '<FunctionName>pull'],
  ['functions without their file', 'actions', /<FunctionFile.*\/>/, ''],
  [
    'functions in another page',
    'shared-runtime',
    '<FunctionFile resid="Pane.Url"/>',
    '<FunctionFile resid="Help.Url"/>',
  ],
  ['a runtime that ends', 'shared-runtime', 'lifetime="long"', 'lifetime="short"'],
  ['a pane without an id', 'shared-runtime', '<TaskpaneId>Taizhang.Pane</TaskpaneId>', ''],
  ['buttons where there is no shared runtime', 'shared-runtime', 'Name="SharedRuntime"', 'Name="RibbonApi"'],
  ['another ExcelApi', 'requirements', 'MinVersion="1.9"', 'MinVersion="1.1"'],
  [
    'a base that asks for the shared runtime',
    'requirements',
    '</Sets></Requirements>',
    '<Set Name="SharedRuntime" MinVersion="1.1"/></Sets></Requirements>',
  ],
];

describe('E1: a broken manifest is noticed', () => {
  it.each(breakages)('%s (%s)', (_, rule, words, by) => {
    const changed = xml.replace(words, by);
    expect(changed).not.toBe(xml);
    expect(broken(changed)).toContain(rule);
  });

  it('every rule is broken at least once', () => {
    expect(new Set(breakages.map(([, rule]) => rule))).toEqual(new Set(manifestRules.map(({ id }) => id)));
  });

  it('what is not well formed cannot be read', () => {
    expect(() => readManifest(xml.replace('</CustomTab>', ''))).toThrow('unexpected close tag');
    expect(() => readManifest(xml.replace('<Id>', '<Id'))).toThrow('disallowed character');
  });
});

describe('E1.1: the deployed origin', () => {
  it.each([
    ['https://taizhang.example.cn', 'https://taizhang.example.cn'],
    [' https://Taizhang.Example.CN:8443 ', 'https://taizhang.example.cn:8443'],
    ['https://10.1.2.3', 'https://10.1.2.3'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
  ])('takes %s', (given, read) => {
    expect(readOrigin(given)).toBe(read);
    expect(manifestAt(given)).toContain(`"${read}/taskpane"`);
  });

  it.each([
    ...['', 'taizhang.example.cn', 'http://taizhang.example.cn', 'http://localhost.example.cn', 'ftp://a.cn'],
    ...[
      'https://a.cn/',
      'https://a.cn/x',
      'https://a.cn?x',
      'https://a.cn#x',
      'https://u:p@a.cn',
      'https://',
    ],
    ...['https://a..cn', 'https://a.cn:99999', 'https://-a.cn', 'https://a.cn"/><x', 'https://中文'],
  ])('refuses %s with a sentence in two languages', (given) => {
    expect(readOrigin(given)).toBeNull();
    expect(() => manifestAt(given)).toThrow(/不是部署地址[\s\S]*\n[\s\S]*is no deployment’s address/u);
  });

  it('escapes what stands in an origin all the same', () => {
    expect(manifestFor('https://a.example/"><x>')).not.toContain('<x>');
  });
});
