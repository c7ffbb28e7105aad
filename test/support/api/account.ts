import type { AuditAnswer, AuditItem } from '../../../shared/wire/audit.ts';
import type { Client } from './client.ts';

/** The newest entries of who did what, the newest first. */
export async function account(client: Client, query = ''): Promise<AuditItem[]> {
  const { status, body } = await client.get<AuditAnswer>(`/v1/audit${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.entries;
}
