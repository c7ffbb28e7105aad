import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestFor } from '../../shared/manifest/manifest.ts';

const origin = 'https://taizhang.example.cn';
const xml = manifestFor(origin);
const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match[1]!);

/** Opening and closing tags in order; the manifest is written by hand, without a parser to tell. */
function unbalanced(text: string): string | null {
  const open: string[] = [];
  for (const [, closing, name, rest] of text.matchAll(/<(\/?)([A-Za-z][\w:]*)([^>]*)>/g)) {
    if (closing) {
      if (open.pop() !== name) return name ?? '';
    } else if (!rest?.endsWith('/')) open.push(name ?? '');
  }
  return open.pop() ?? null;
}

describe('manifest for Excel', () => {
  it('is well formed', () => {
    expect(unbalanced(xml)).toBeNull();
    expect(unbalanced(xml.replace('</CustomTab>', ''))).not.toBeNull();
  });

  it('asks for Excel with ExcelApi 1.9 and speaks Chinese before English', () => {
    expect(xml).toContain('<Host Name="Workbook"/>');
    expect(xml).toContain('<Set Name="ExcelApi" MinVersion="1.9"/>');
    expect(xml).toContain('<DefaultLocale>zh-CN</DefaultLocale>');
    expect(xml).toContain('<Override Locale="en-US" Value="Taizhang"/>');
  });

  it('keeps the order that the schema wants', () => {
    const order = ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl'];
    order.push(
      'HighResolutionIconUrl',
      'SupportUrl',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
    );
    order.push('VersionOverrides');
    expect(all(/^ {2}<([A-Za-z]+)/gm)).toEqual(order);
  });

  it('defines every resource that it uses, and uses every one that it defines', () => {
    const used = new Set(all(/resid="([^"]+)"/g));
    const defined = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
    expect(new Set(defined)).toEqual(used);
    expect(new Set(defined).size).toBe(defined.length);
    for (const id of used) expect(id.length).toBeLessThanOrEqual(32);
  });

  it('gives every text in both languages, within the lengths that Office allows', () => {
    const texts = all(/<bt:String id="[^"]+" DefaultValue="([^"]+)"/g);
    expect(all(/<bt:Override Locale="en-US" Value="([^"]+)"/g)).toHaveLength(texts.length);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(125);
  });

  it('points only to its own origin, and to icons that exist in the sizes they say', () => {
    const links = all(/DefaultValue="(https?:[^"]+)"/g);
    for (const link of links) expect(new URL(link).origin).toBe(origin);
    const icons = links.filter((link) => link.endsWith('.png'));
    expect(icons.length).toBeGreaterThan(3);
    for (const link of icons) {
      const file = `addin/public${new URL(link).pathname}`;
      expect(existsSync(file), file).toBe(true);
      const width = readFileSync(file).readUInt32BE(16);
      expect(file).toContain(`-${width}.png`);
    }
  });

  it('escapes what stands in the origin', () => {
    expect(manifestFor('https://a.example/"><x>')).not.toContain('<x>');
  });
});
