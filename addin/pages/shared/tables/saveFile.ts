import type { GivenFile } from './fileApi.ts';

/** Saves a file where the browser saves files; returns its name. */
export function saveFile({ name, content }: GivenFile): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return name;
}
