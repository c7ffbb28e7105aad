import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/index.js';

/** Chinese fonts by platform before Fluent's own: Segoe UI has no Chinese characters. */
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Hiragino Sans GB', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/**
 * Fluent's tokens on an element, or on the whole page, light or dark as the computer is set, or light in any case.
 * Returns the end of it.
 */
export function followTheme(element?: HTMLElement, { alwaysLight = false } = {}): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () =>
    setTheme({ ...(dark.matches && !alwaysLight ? webDarkTheme : webLightTheme), fontFamilyBase }, element);
  apply();
  dark.addEventListener('change', apply);
  return () => dark.removeEventListener('change', apply);
}
