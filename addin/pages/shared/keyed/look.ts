import '@fluentui/web-components/button.js';
import '@fluentui/web-components/message-bar.js';
import '@fluentui/web-components/tab.js';
import '@fluentui/web-components/tablist.js';
import '@fluentui/web-components/text-input.js';
import { setTheme } from '@fluentui/web-components/theme/index.js';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';

/** Chinese fonts by platform before Fluent's own: Segoe UI has no Chinese characters. */
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Hiragino Sans GB', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/** Fluent's tokens on the whole page, light or dark as the computer is set. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => setTheme({ ...(dark.matches ? webDarkTheme : webLightTheme), fontFamilyBase });
  apply();
  dark.addEventListener('change', apply);
}
