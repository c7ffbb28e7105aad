/**
 * The children of each element in the order that the schema asks for, with `?` for what may be missing and `*`
 * for what may recur. Other children are not allowed.
 * Sources: learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering, the reference page of
 * each element (/javascript/api/manifest/<element>), and for Runtimes and FunctionFile
 * /office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime.
 */
export const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...['Id', 'AlternateId?', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description'],
    ...['IconUrl?', 'HighResolutionIconUrl?', 'SupportUrl?', 'AppDomains?', 'Hosts', 'Requirements?'],
    ...['DefaultSettings', 'Permissions', 'VersionOverrides?'],
  ],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: [
    'Description?',
    'Requirements?',
    'Hosts',
    'Resources',
    'WebApplicationInfo?',
    'EquivalentAddins?',
  ],
  'VersionOverrides/Hosts/Host': ['Runtimes?', 'AllFormFactors?', 'DesktopFormFactor'],
  Runtimes: ['Runtime'],
  DesktopFormFactor: ['GetStarted?', 'FunctionFile?', 'ExtensionPoint*'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  ExtensionPoint: ['CustomTab'],
  CustomTab: ['Group*', 'Label'],
  Group: ['Label', 'Icon', 'Control*'],
  Control: ['Label', 'ToolTip?', 'Supertip', 'Icon', 'Action', 'Enabled?'],
  Supertip: ['Title', 'Description'],
  'Action ShowTaskpane': ['TaskpaneId?', 'SourceLocation', 'Title?'],
  'Action ExecuteFunction': ['FunctionName'],
  Icon: ['Image*'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};
