/** The add-in's own id: Office tells add-ins apart by it, so it never changes. */
const addinId = '7d0c8a5e-3f0b-4a86-9a3e-2f6f9d1c4b20';

interface Words {
  id: string;
  zh: string;
  en: string;
}

const shortStrings: Words[] = [
  { id: 'Tab.Label', zh: '台账', en: 'Taizhang' },
  { id: 'Group.Label', zh: '填报', en: 'Reporting' },
  { id: 'Open.Label', zh: '打开', en: 'Open' },
  { id: 'Start.Title', zh: '台账已就绪', en: 'Taizhang is ready' },
];

const longStrings: Words[] = [
  {
    id: 'Open.Tip',
    zh: '打开台账窗格：拉取本单位的应报项，边填边核对，一次提交。',
    en: 'Opens the Taizhang pane: pull your unit’s rows, have them checked as you type, and submit.',
  },
  {
    id: 'Start.Text',
    zh: '在“台账”选项卡中按“打开”，填入访问密钥即可开始。',
    en: 'Press Open on the Taizhang tab and enter your access key to begin.',
  },
];

/**
 * The add-in only manifest (XML) for Excel, for a deployment at `origin` (`https://host[:port]`, no slash at
 * the end). Perpetual versions of Office read this form only.
 * Source: learn.microsoft.com/office/dev/add-ins/develop/xml-manifest-overview
 */
export function manifestFor(origin: string): string {
  const at = (path: string) => escape(origin + path);
  const icon = (size: number) => at(`/icons/icon-${size}.png`);
  const icons = [16, 32, 80].map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${addinId}</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Taizhang</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="台账"><Override Locale="en-US" Value="Taizhang"/></DisplayName>
  <Description DefaultValue="在 Excel 中填报危化品安全监管任务清单。"><Override Locale="en-US" Value="Report on the hazardous-chemicals safety task list from Excel."/></Description>
  <IconUrl DefaultValue="${icon(32)}"/>
  <HighResolutionIconUrl DefaultValue="${icon(64)}"/>
  <SupportUrl DefaultValue="${at('/')}"/>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets><Set Name="ExcelApi" MinVersion="1.9"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="${at('/taskpane')}"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements><bt:Sets><bt:Set Name="ExcelApi" MinVersion="1.9"/></bt:Sets></Requirements>
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <GetStarted><Title resid="Start.Title"/><Description resid="Start.Text"/><LearnMoreUrl resid="Home.Url"/></GetStarted>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="Taizhang.Tab">
              <Group id="Taizhang.Group">
                <Label resid="Group.Label"/>
                <Icon>${icons}</Icon>
                <Control xsi:type="Button" id="Taizhang.Open">
                  <Label resid="Open.Label"/>
                  <Supertip><Title resid="Open.Label"/><Description resid="Open.Tip"/></Supertip>
                  <Icon>${icons}</Icon>
                  <Action xsi:type="ShowTaskpane"><TaskpaneId>Taizhang.Pane</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>
                </Control>
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        <bt:Image id="Icon.16" DefaultValue="${icon(16)}"/>
        <bt:Image id="Icon.32" DefaultValue="${icon(32)}"/>
        <bt:Image id="Icon.80" DefaultValue="${icon(80)}"/>
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Home.Url" DefaultValue="${at('/')}"/>
        <bt:Url id="Pane.Url" DefaultValue="${at('/taskpane')}"/>
      </bt:Urls>
      <bt:ShortStrings>
${shortStrings.map(stringOf).join('\n')}
      </bt:ShortStrings>
      <bt:LongStrings>
${longStrings.map(stringOf).join('\n')}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

function stringOf({ id, zh, en }: Words): string {
  return `        <bt:String id="${id}" DefaultValue="${escape(zh)}"><bt:Override Locale="en-US" Value="${escape(en)}"/></bt:String>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
