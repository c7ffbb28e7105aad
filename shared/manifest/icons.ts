/**
 * Every size that Office asks for: 16, 32 and 80 are required, the others are used on denser screens.
 * Source: learn.microsoft.com/javascript/api/manifest/icon
 */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** Where an icon stands in the site; `name` is its symbol in addin/icons/icons.svg. */
export function iconPath(name: string, size: number): string {
  return `/icons/${name}-${size}.png`;
}
