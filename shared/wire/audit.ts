import * as z from 'zod';
import { auditKinds } from '../audit/kindNames.ts';
import { roles } from './parts/role.ts';

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** What somebody did by one request. */
export const auditEntry = z
  .strictObject({
    id: z.int(),
    /** Real time of the server, ISO 8601 with offset +08:00, also where a demo clock runs. */
    at: z.string(),
    kind: z.enum(auditKinds),
    /** The person to whom the key was issued. */
    by: z.string(),
    /** The access key, and its role. */
    key: z.string(),
    role: z.enum(roles),
    /** The list that is concerned. */
    year: z.int().nullable(),
    units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    /** Codes of the arrangements concerned. */
    arrangements: z.array(z.string()),
    /** The key of an obligation, where it is about one. */
    obligation: z.string().nullable(),
    /** Id of the push, of the act, of the key that was issued or revoked. */
    subject: z.string().nullable(),
    /** What was changed, place by place: names from the outside in, parted by `/`. Long values are cut. */
    changes: z.array(z.strictObject({ place: z.string(), before: value, after: value })),
    /** How many places more were changed, and are not listed. */
    more: z.int(),
    /** Outcomes of rows or obligations, or changes of a list, by name. */
    counts: z.record(z.string(), z.int()),
    reason: z.string().nullable(),
    document: z.string().nullable(),
    /** `x-request-id` of the answer. */
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditItem = z.infer<typeof auditEntry>;

/** `GET /v1/audit`: who did what, the newest first; `next` is the cursor of what follows. */
export const auditAnswer = z
  .strictObject({ entries: z.array(auditEntry), next: z.string().nullable() })
  .meta({ id: 'Audit' });
export type AuditAnswer = z.infer<typeof auditAnswer>;

export const auditAnswerExample: AuditAnswer = {
  entries: [
    {
      id: 812,
      at: '2024-04-10T09:30:12.000+08:00',
      kind: 'allocations',
      by: '周文斌',
      key: 'k3c9',
      role: 'officer',
      year: 2024,
      units: [{ id: 'xuejia', name: '某镇' }],
      arrangements: ['1-5-2'],
      obligation: null,
      subject: null,
      changes: [{ place: 'xuejia/1-5-2/i1', before: 4, after: 5 }],
      more: 0,
      counts: {},
      reason: null,
      document: null,
      requestId: '0f9c1f9e-5b1c-4f5d-9a39-1d6f5c2f8a11',
    },
  ],
  next: null,
};
