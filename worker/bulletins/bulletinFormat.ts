import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import * as z from 'zod';
import type { AppEnv } from '../http/appEnv.ts';

/** The forms in which a bulletin is given out, by their media types. */
export const bulletinTypes = {
  json: 'application/json',
  markdown: 'text/markdown',
  text: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type BulletinFormat = keyof typeof bulletinTypes;

export const bulletinFormat = z.enum(Object.keys(bulletinTypes) as [BulletinFormat, ...BulletinFormat[]]);

/** The form that is asked for: by `format`, else by what the client accepts, else JSON. */
export function formatOf(c: Context<AppEnv>, format: BulletinFormat | undefined): BulletinFormat {
  if (format !== undefined) return format;
  const supports = Object.values(bulletinTypes);
  const type = accepts(c, { header: 'Accept', supports, default: bulletinTypes.json });
  return bulletinFormat.options.find((each) => bulletinTypes[each] === type) ?? 'json';
}

/** The name of a file, in Chinese and for what reads ASCII only. */
export function fileNameHeader(title: string, ending: string): string {
  const name = `${title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')}.${ending}`;
  return `attachment; filename="bulletin.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
