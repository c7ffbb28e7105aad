import { acts, actWords, type Act } from './acts.ts';
import { iconPath, iconSizes } from './icons.ts';

/** The add-in's own id: Office tells add-ins apart by it, so it never changes. */
const addinId = '7d0c8a5e-3f0b-4a86-9a3e-2f6f9d1c4b20';

/** Rises with every change of the manifest: central deployment takes it for an update by that. */
const version = '1.1.0.0';

interface Words {
  id: string;
  zh: string;
  en: string;
}

const shortStrings: Words[] = [
  { id: 'Tab.Label', zh: '台账', en: 'Taizhang' },
  { id: 'Group.Label', zh: '填报', en: 'Reporting' },
  { id: 'Start.Title', zh: '台账已就绪', en: 'Taizhang is ready' },
  ...acts.map((act) => ({ id: `${act}.Label`, zh: actWords[act].zh[0], en: actWords[act].en[0] })),
];

const longStrings: Words[] = [
  {
    id: 'Start.Text',
    zh: '在“台账”选项卡中按“连接”，填入访问密钥即可开始。',
    en: 'Press Connect on the Taizhang tab and enter your access key to begin.',
  },
  ...acts.map((act) => ({ id: `${act}.Tip`, zh: actWords[act].zh[1], en: actWords[act].en[1] })),
];

/**
 * The add-in only manifest (XML) for Excel, for a deployment at `origin` (`https://host[:port]`, no slash at
 * the end). Perpetual versions of Office read this form only.
 *
 * The buttons need the shared runtime: pane and buttons are then one page, so that a press acts in the pane that
 * is open and loads nothing anew. Every Excel with a ribbon that has ExcelApi 1.9 has it too, save builds
 * of 2019 (Excel 2021, Microsoft 365 from 2002, Mac from 16.35, the web). Where it is missing, Office passes the
 * whole VersionOverrides by and offers the pane alone, under My Add-ins. The pane can do all that the buttons do.
 * Sources: learn.microsoft.com/office/dev/add-ins/develop/xml-manifest-overview,
 * …/develop/configure-your-add-in-to-use-a-shared-runtime, /javascript/api/manifest/requirements,
 * /javascript/api/requirement-sets/common/shared-runtime-requirement-sets
 */
export function manifestFor(origin: string): string {
  const at = (path: string) => escape(origin + path);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${addinId}</Id>
  <Version>${version}</Version>
  <ProviderName>Taizhang</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="台账"><Override Locale="en-US" Value="Taizhang"/></DisplayName>
  <Description DefaultValue="在 Excel 中填报危化品安全监管任务清单。"><Override Locale="en-US" Value="Report on the hazardous-chemicals safety task list from Excel."/></Description>
  <IconUrl DefaultValue="${at(iconPath('icon', 32))}"/>
  <HighResolutionIconUrl DefaultValue="${at(iconPath('icon', 64))}"/>
  <SupportUrl DefaultValue="${at('/help')}"/>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets><Set Name="ExcelApi" MinVersion="1.9"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="${at('/taskpane')}"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements><bt:Sets><bt:Set Name="SharedRuntime" MinVersion="1.1"/></bt:Sets></Requirements>
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes><Runtime resid="Pane.Url" lifetime="long"/></Runtimes>
        <DesktopFormFactor>
          <GetStarted><Title resid="Start.Title"/><Description resid="Start.Text"/><LearnMoreUrl resid="Help.Url"/></GetStarted>
          <FunctionFile resid="Pane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="Taizhang.Tab">
              <Group id="Taizhang.Group">
                <Label resid="Group.Label"/>
                ${icon('icon')}
${acts.map(button).join('\n')}
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${['icon', ...acts].flatMap((name) => iconSizes.map((size) => `        <bt:Image id="${name}.${size}" DefaultValue="${at(iconPath(name, size))}"/>`)).join('\n')}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Help.Url" DefaultValue="${at('/help')}"/>
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

function icon(name: string): string {
  const images = iconSizes.map((size) => `<bt:Image size="${size}" resid="${name}.${size}"/>`);
  return `<Icon>${images.join('')}</Icon>`;
}

/** 连接 opens the pane, and so needs no code to run; every other button calls the function of its name in it. */
function button(act: Act): string {
  const action =
    act === 'connect'
      ? '<Action xsi:type="ShowTaskpane"><TaskpaneId>Taizhang.Pane</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>'
      : `<Action xsi:type="ExecuteFunction"><FunctionName>${act}</FunctionName></Action>`;
  return `                <Control xsi:type="Button" id="Taizhang.${act}">
                  <Label resid="${act}.Label"/>
                  <Supertip><Title resid="${act}.Label"/><Description resid="${act}.Tip"/></Supertip>
                  ${icon(act)}
                  ${action}
                </Control>`;
}

function stringOf({ id, zh, en }: Words): string {
  return `        <bt:String id="${id}" DefaultValue="${escape(zh)}"><bt:Override Locale="en-US" Value="${escape(en)}"/></bt:String>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
