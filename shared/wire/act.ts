import * as z from 'zod';
import { listOf } from '../schema/bounded.ts';
import { obligationFilter } from './parts/obligationFilter.ts';

/** Most obligations of one act, and bytes of its request. */
export const actLimits = { obligations: 5000, bytes: 1_000_000 } as const;

/** Number of the last change that the officer has seen: what has changed since is refused. */
const change = z.int().min(0);
const reason = z.string().trim().min(1).max(500);
const document = z.string().trim().min(1).max(100);

const common = {
  /** Made by the client; the same act sent again is answered again, not applied again. */
  actId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** Obligations by key, or a filter of `GET /v1/obligations` with the `total` and the `change` that it answered. */
  on: z.union([
    z.strictObject({
      keys: listOf(z.string().min(1).max(120), { min: 1, max: actLimits.obligations }),
      change: change.optional(),
    }),
    z.strictObject({
      filter: obligationFilter,
      count: z.int().min(1).max(actLimits.obligations),
      change,
    }),
  ]),
};
const noted = { ...common, reason: reason.optional(), document: document.optional() };

/** `POST /v1/acts`: what the bureau decides of obligations. */
export const actRequest = z
  .discriminatedUnion('act', [
    z.strictObject({ ...noted, act: z.literal('accept') }),
    z.strictObject({ ...noted, act: z.literal('return'), reason }),
    /** Takes an acceptance or a return back. */
    z.strictObject({ ...noted, act: z.literal('reopen') }),
    z.strictObject({ ...noted, act: z.literal('extend'), reason, document, due: z.iso.date() }),
    z.strictObject({ ...noted, act: z.literal('withdrawExtension') }),
    /** 本地无此类, from the period of the obligation on. */
    z.strictObject({ ...noted, act: z.literal('declareNotApplicable'), reason }),
    z.strictObject({ ...noted, act: z.literal('withdrawDeclaration') }),
    /** The lock does not hold up to `until`, the day itself included. */
    z.strictObject({ ...noted, act: z.literal('unlock'), until: z.iso.date() }),
    z.strictObject({ ...noted, act: z.literal('lock') }),
  ])
  .meta({ id: 'Act' });
export type ActRequest = z.infer<typeof actRequest>;
export type ActKind = ActRequest['act'];

export const actRequestExample: ActRequest = {
  actId: 'my-act-0001',
  act: 'return',
  on: { keys: ['2024.1-7-1.1.xuejia.2024-W15'], change: 153 },
  reason: '缺少现场照片，请补充后重新提交。',
};
