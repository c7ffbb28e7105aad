/// <reference types="vite/client" />
import { LocaleType, LogLevel, mergeLocales, Tools, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';
import { menu } from './menu.ts';
import { sortText } from './text.ts';

export type Language = 'zh' | 'en';

/** Starts Univer in an element: sheets, list validation, sort and filter, nothing that talks to a network. */
export async function createUniver(
  container: HTMLElement,
  language: Language,
): Promise<{ univer: Univer; api: FUniver }> {
  const locale = language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US;
  const univer = new Univer({
    locale,
    locales: {
      [locale]: Tools.deepMerge(
        mergeLocales(await (language === 'zh' ? chinese() : english())),
        sortText[language],
      ),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: true,
      ribbonType: 'simple',
      menu,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsSortPreset(),
    UniverSheetsFilterPreset(),
  ];
  const started = new Set<unknown>();
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    const [constructor, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
    if (started.has(constructor)) continue;
    started.add(constructor);
    univer.registerPlugin(constructor, options);
  }
  return { univer, api: FUniver.newAPI(univer) };
}

async function chinese() {
  const packs = await Promise.all([
    import('@univerjs/preset-sheets-core/locales/zh-CN'),
    import('@univerjs/preset-sheets-data-validation/locales/zh-CN'),
    import('@univerjs/preset-sheets-sort/locales/zh-CN'),
    import('@univerjs/preset-sheets-filter/locales/zh-CN'),
  ]);
  return packs.map((pack) => pack.default);
}

async function english() {
  const packs = await Promise.all([
    import('@univerjs/preset-sheets-core/locales/en-US'),
    import('@univerjs/preset-sheets-data-validation/locales/en-US'),
    import('@univerjs/preset-sheets-sort/locales/en-US'),
    import('@univerjs/preset-sheets-filter/locales/en-US'),
  ]);
  return packs.map((pack) => pack.default);
}
