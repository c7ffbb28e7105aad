import { order } from './order.ts';
import { all, below, child, type Element } from './tree.ts';

/** A rule of Microsoft's documentation; `page` is the page at learn.microsoft.com that says so. `check` names what breaks it. */
export interface ManifestRule {
  id: string;
  page: string;
  check(root: Element): string[];
}

const reference = '/javascript/api/manifest/';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const locale = /^[a-z]{2}-[A-Z]{2}$/u;

/** Whether children come as a pattern of `Name`, `Name?` and `Name*` (at least one) has them. */
function inOrder(children: readonly Element[], pattern: readonly string[]): boolean {
  const left = children.map(({ name }) => name);
  for (const part of pattern) {
    const name = part.replace(/[?*]$/u, '');
    let count = 0;
    while (left[0] === name && (count === 0 || part.endsWith('*'))) {
      left.shift();
      count += 1;
    }
    if (count === 0 && !part.endsWith('?')) return false;
  }
  return left.length === 0;
}

const where = (path: readonly Element[], element: Element) =>
  [...path.slice(-2), element].map(({ name }) => name).join('/');

const texts = (element: Element) => [
  element.get('DefaultValue') ?? '',
  ...all(element, 'Override').map((each) => each.get('Value') ?? ''),
];

function longer(root: Element, name: string, parent: string, limit: number): string[] {
  return [...below(root)]
    .filter(([each, path]) => each.name === name && path.at(-1)?.name === parent)
    .flatMap(([each]) => texts(each))
    .filter((text) => text.length === 0 || text.length > limit)
    .map((text) => `${parent}/${name}: ${text.length} characters`);
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** Which kind of resource an element asks for. */
function kindOf(element: Element, parent: Element | undefined): string {
  if (element.name === 'Image') return 'Images';
  if (['SourceLocation', 'FunctionFile', 'LearnMoreUrl', 'Runtime'].includes(element.name)) return 'Urls';
  return element.name === 'Description' && parent !== undefined ? 'LongStrings' : 'ShortStrings';
}

const overrides = (root: Element) => child(root, 'VersionOverrides');
const setsOf = (element: Element | undefined) =>
  all(element ?? { name: '', children: [], text: '', get: () => undefined }, 'Set').map(
    (set) => `${set.get('Name')} ${set.get('MinVersion')}`,
  );

export const manifestRules: ManifestRule[] = [
  {
    id: 'order',
    page: '/office/dev/add-ins/develop/manifest-element-ordering',
    check: (root) =>
      [[root, []] as [Element, Element[]], ...below(root)].flatMap(([each, path]) => {
        const key = where(path, each);
        const pattern =
          (key.startsWith('VersionOverrides/Hosts/Host')
            ? order['VersionOverrides/Hosts/Host']
            : undefined) ?? order[each.name === 'Action' ? `Action ${each.get('type')}` : each.name];
        if (!pattern || (each.name === 'Description' && path.length > 1)) return [];
        return inOrder(each.children, pattern)
          ? []
          : [`${key}: ${each.children.map(({ name }) => name).join(' ')}`];
      }),
  },
  {
    id: 'id',
    page: `${reference}id`,
    check: (root) => (guid.test(child(root, 'Id')?.text ?? '') ? [] : ['Id is no GUID']),
  },
  {
    id: 'version',
    page: `${reference}version`,
    check: (root) => {
      const text = child(root, 'Version')?.text ?? '';
      const parts = text.split('.').map(Number);
      const good =
        /^\d{1,5}(\.\d{1,5}){1,3}$/u.test(text) && parts.every((part) => part <= 65_535) && parts[0]! >= 1;
      return good ? [] : [`Version ${text}`];
    },
  },
  {
    id: 'provider-name',
    page: `${reference}providername`,
    check: (root) => {
      const { length } = child(root, 'ProviderName')?.text ?? '';
      return length > 0 && length <= 125 ? [] : [`ProviderName: ${length} characters`];
    },
  },
  {
    id: 'locale',
    page: '/office/dev/add-ins/develop/localization',
    check: (root) => [
      ...(locale.test(child(root, 'DefaultLocale')?.text ?? '') ? [] : ['DefaultLocale']),
      ...all(root, 'Override')
        .map((each) => each.get('Locale') ?? '')
        .filter((each) => !locale.test(each) || each === child(root, 'DefaultLocale')?.text)
        .map((each) => `Override for ${each}`),
    ],
  },
  {
    id: 'display-name',
    page: `${reference}displayname`,
    check: (root) => longer(root, 'DisplayName', 'OfficeApp', 125),
  },
  {
    id: 'description',
    page: `${reference}description`,
    check: (root) => longer(root, 'Description', 'OfficeApp', 250),
  },
  {
    id: 'short-strings',
    page: `${reference}resources`,
    check: (root) => longer(root, 'String', 'ShortStrings', 125),
  },
  {
    id: 'long-strings',
    page: `${reference}resources`,
    check: (root) => longer(root, 'String', 'LongStrings', 250),
  },
  {
    id: 'permissions',
    page: `${reference}permissions`,
    check: (root) =>
      ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'].includes(
        child(root, 'Permissions')?.text ?? '',
      )
        ? []
        : ['Permissions'],
  },
  {
    id: 'hosts',
    page: `${reference}host`,
    check: (root) => [
      ...all(child(root, 'Hosts')!, 'Host')
        .filter((host) => host.get('Name') !== 'Workbook')
        .map((host) => `Host ${host.get('Name')}`),
      ...all(child(overrides(root), 'Hosts')!, 'Host')
        .filter((host) => host.get('type') !== 'Workbook')
        .map((host) => `Host ${host.get('type')}`),
    ],
  },
  {
    id: 'https',
    page: '/office/dev/add-ins/develop/xml-manifest-overview',
    check: (root) =>
      [...below(root)]
        .flatMap(([each]) => (each.name === 'String' ? [] : texts(each)))
        .filter((text) => /^\w+:/u.test(text) && !text.startsWith('https://'))
        .map((text) => `not HTTPS: ${text}`),
  },
  {
    id: 'urls',
    page: `${reference}resources`,
    check: (root) =>
      [...below(root)]
        .filter(([each]) => /Url$|^SourceLocation$|^Image$/u.test(each.name))
        .flatMap(([each]) => texts(each))
        .filter((text) => text !== '' && (text.length > 2048 || !URL.canParse(text)))
        .map((text) => `no address: ${text.slice(0, 60)}`),
  },
  {
    id: 'icon-files',
    page: `${reference}iconurl`,
    check: (root) =>
      [...all(root, 'IconUrl'), ...all(root, 'HighResolutionIconUrl'), ...all(root, 'Image')]
        .map((each) => each.get('DefaultValue'))
        .filter((address) => address !== undefined && !/\.(png|gif|jpe?g|bmp|tiff|exif)$/u.test(address))
        .map((address) => `no picture: ${address}`),
  },
  {
    id: 'icon-sizes',
    page: `${reference}icon`,
    check: (root) =>
      all(root, 'Icon').flatMap((icon) => {
        const sizes = icon.children.map((each) => each.get('size'));
        return [
          ...['16', '32', '80']
            .filter((size) => !sizes.includes(size))
            .map((size) => `size ${size} is missing`),
          ...sizes
            .filter((size) => !['16', '20', '24', '32', '40', '48', '64', '80'].includes(size ?? ''))
            .map((size) => `size ${size}`),
          ...twice(sizes.map(String)).map((size) => `size ${size} twice`),
        ];
      }),
  },
  {
    id: 'resource-ids',
    page: `${reference}resources`,
    check: (root) => {
      const resources = child(overrides(root), 'Resources');
      const ids = ['Images', 'Urls', 'ShortStrings', 'LongStrings'].flatMap((kind) =>
        (child(resources, kind)?.children ?? []).map((each) => each.get('id') ?? ''),
      );
      return [
        ...twice(ids).map((id) => `${id} twice`),
        ...ids.filter((id) => id === '' || id.length > 32).map((id) => `id ${id}`),
      ];
    },
  },
  {
    id: 'resids',
    page: `${reference}resources`,
    check: (root) => {
      const resources = child(overrides(root), 'Resources');
      const asked = [...below(root)].flatMap(([each, path]) => {
        const resid = each.get('resid');
        return resid === undefined ? [] : [[kindOf(each, path.at(-1)), resid] as const];
      });
      const kinds = ['Images', 'Urls', 'ShortStrings', 'LongStrings'];
      const defined = (kind: string) =>
        (child(resources, kind)?.children ?? []).map((each) => each.get('id'));
      return [
        ...asked
          .filter(([kind, id]) => !defined(kind).includes(id))
          .map(([kind, id]) => `${id} is not in ${kind}`),
        ...kinds.flatMap((kind) =>
          defined(kind)
            .filter((id) => !asked.some(([other, each]) => other === kind && each === id))
            .map((id) => `${id} of ${kind} is not used`),
        ),
      ];
    },
  },
  {
    id: 'control-ids',
    page: `${reference}control`,
    check: (root) => {
      const ids = ['CustomTab', 'Group', 'Control'].flatMap((name) =>
        all(root, name).map((each) => each.get('id') ?? ''),
      );
      return [
        ...twice(ids).map((id) => `${id} twice`),
        ...ids.filter((id) => id === '' || id.length > 125).map((id) => `id ${id}`),
      ];
    },
  },
  {
    id: 'one-tab',
    page: `${reference}customtab`,
    check: (root) => (all(root, 'CustomTab').length === 1 ? [] : ['an add-in has one custom tab']),
  },
  {
    id: 'actions',
    page: `${reference}action`,
    check: (root) => {
      const actions = all(root, 'Action');
      const kinds = actions.map((each) => each.get('type') ?? '');
      const functions = all(root, 'FunctionName').map(({ text }) => text);
      return [
        ...kinds
          .filter((kind) => !['ShowTaskpane', 'ExecuteFunction'].includes(kind))
          .map((kind) => `action ${kind}`),
        ...functions.filter((name) => !/^[A-Za-z]\w*$/u.test(name)).map((name) => `function ${name}`),
        ...twice(functions).map((name) => `function ${name} twice`),
        ...(functions.length > 0 && all(root, 'FunctionFile').length === 0
          ? ['functions without a FunctionFile']
          : []),
        ...(kinds.includes('ShowTaskpane') ? [] : ['nothing opens the pane']),
      ];
    },
  },
  {
    id: 'shared-runtime',
    page: '/office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime',
    check: (root) => {
      const runtime = all(root, 'Runtime')[0];
      const asked = ['Runtime', 'FunctionFile'].flatMap((name) =>
        all(root, name).map((each) => each.get('resid')),
      );
      const panes = all(overrides(root)!, 'SourceLocation').map((each) => each.get('resid'));
      const ids = all(root, 'TaskpaneId').map(({ text }) => text);
      return [
        ...(runtime?.get('lifetime') === 'long' ? [] : ['the runtime does not live long']),
        ...(new Set([...asked, ...panes]).size === 1 ? [] : ['pane, functions and runtime are not one page']),
        ...(ids.length === panes.length && new Set(ids).size <= 1 ? [] : ['more than one task pane']),
        ...(setsOf(child(overrides(root), 'Requirements')).includes('SharedRuntime 1.1')
          ? []
          : ['SharedRuntime 1.1 is not required']),
      ];
    },
  },
  {
    id: 'requirements',
    page: `${reference}requirements`,
    check: (root) => {
      const base = setsOf(child(root, 'Requirements'));
      return [
        ...(base.includes('ExcelApi 1.9') ? [] : ['ExcelApi 1.9 is not required']),
        ...(base.some((set) => set.startsWith('SharedRuntime'))
          ? ['the base shuts out hosts without a shared runtime']
          : []),
        ...setsOf(child(overrides(root), 'Requirements'))
          .filter((set) => base.includes(set))
          .map((set) => `${set} is required twice`),
      ];
    },
  },
];
