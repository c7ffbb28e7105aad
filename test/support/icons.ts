import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconPath, iconSizes } from '../../shared/manifest/icons.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { launchChromium } from './browser/chromium.ts';

/** Draws every symbol of addin/icons/icons.svg in every size, into addin/public/icons/. `npm run icons`. */
const source = readFileSync(join(projectFolder, 'addin/icons/icons.svg'), 'utf8');
const names = [...source.matchAll(/<symbol id="([a-z]+)"/gu)].map((match) => match[1]!);
/** The site's own icon is also shown by browsers that install a page. */
const sizesOf = (name: string) => (name === 'icon' ? [...iconSizes, 192] : iconSizes);

const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 200, height: 200 } });
  for (const name of names) {
    for (const size of sizesOf(name)) {
      await page.setContent(
        `<style>body{margin:0;background:transparent}.off{display:none}</style><div class="off">${source}</div>` +
          `<svg width="${size}" height="${size}" style="display:block"><use href="#${name}"/></svg>`,
      );
      const picture = await page.screenshot({
        omitBackground: true,
        clip: { x: 0, y: 0, width: size, height: size },
      });
      writeFileSync(join(projectFolder, 'addin/public', iconPath(name, size)), picture);
    }
  }
  console.log(`addin/public/icons: ${names.join(', ')}`);
} finally {
  await browser.close();
}
