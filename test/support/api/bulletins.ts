import { expect } from 'vitest';
import type { BulletinContent, BulletinFigure, BulletinSentence } from '../../../shared/bulletin/content.ts';
import type { Bulletin } from '../../../shared/wire/bulletin.ts';
import type { BulletinEdit } from '../../../shared/wire/bulletinEdit.ts';
import type { NewBulletin } from '../../../shared/wire/newBulletin.ts';
import type { Answer, Client } from './client.ts';

/** Drafts a bulletin, or finds the draft that stands. */
export async function draft(client: Client, asked: NewBulletin): Promise<Bulletin> {
  const { status, body } = await client.post<Bulletin>('/v1/bulletins', asked);
  expect(status, JSON.stringify(body).slice(0, 500)).toBeLessThan(300);
  return body;
}

export const read = async (client: Client, id: string): Promise<Bulletin> =>
  (await client.get<Bulletin>(`/v1/bulletins/${id}`)).body;

const tagOf = ({ bulletin }: Bulletin) => ({ 'if-match': `"${bulletin.version}"` });

/** Issues what was seen; the answer as it comes. */
export const tryIssue = (client: Client, seen: Bulletin): Promise<Answer<Bulletin>> =>
  client.send<Bulletin>(
    'POST',
    `/v1/bulletins/${seen.bulletin.id}/issue`,
    { change: seen.content.change, asOf: seen.content.asOf },
    tagOf(seen),
  );

export async function issue(client: Client, seen: Bulletin): Promise<Bulletin> {
  const { status, body } = await tryIssue(client, seen);
  expect(status, JSON.stringify(body).slice(0, 500)).toBe(200);
  return body;
}

export const tryEdit = (client: Client, seen: Bulletin, edit: Partial<BulletinEdit>): Promise<Answer> =>
  client.send('PUT', `/v1/bulletins/${seen.bulletin.id}`, { sentences: {}, ...edit }, tagOf(seen));

export async function edit(client: Client, seen: Bulletin, change: Partial<BulletinEdit>): Promise<Bulletin> {
  const { status, body } = await tryEdit(client, seen, change);
  expect(status, JSON.stringify(body).slice(0, 500)).toBe(200);
  return body as Bulletin;
}

/** A bulletin's Markdown, as bytes. */
export const markdownOf = async (client: Client, id: string): Promise<Uint8Array> =>
  (await client.file(`/v1/bulletins/${id}?format=markdown`)).body;

export const sentenceOf = ({ sections }: BulletinContent, id: string): BulletinSentence | undefined =>
  sections.flatMap(({ sentences }) => sentences).find((each) => each.id === id);

export const figureOf = (content: BulletinContent, id: string, name: string): BulletinFigure | undefined =>
  sentenceOf(content, id)?.figures.find((each) => each.name === name);
