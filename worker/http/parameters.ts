import * as z from 'zod';
import { inBoth } from '../problems/invalidRequest.ts';

/**
 * A whole number in an address, in plain digits: `0x7e8`, ` 2024`, `2e3` and `02024` are none. Described as an integer
 * between its bounds.
 */
export function wholeNumber(min: number, max: number) {
  const error = inBoth(
    `应为 ${min} 至 ${max} 的整数，只用数字书写`,
    `Expected a whole number from ${min} to ${max}, in digits`,
  );
  return z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,8})$/u, { error, abort: true })
    .transform(Number)
    .pipe(z.int().min(min, { error }).max(max, { error }))
    .openapi({ type: 'integer', minimum: min, maximum: max });
}

/** Words for people, in Chinese and in English. */
export type InBoth = `${string} · ${string}`;

declare const told: unique symbol;

/** A parameter that says what it is: routes take no other. */
export type Parameter<T extends z.ZodType = z.ZodType> = T & { readonly [told]: true };

/** Says of a parameter what it is, and how one looks. `.optional()` and `.default()` stand within. */
export function parameter<T extends z.ZodType>(
  schema: T,
  description: InBoth,
  example?: string | number,
): Parameter<T> {
  return schema.meta({ description, ...(example !== undefined && { example }) }) as unknown as Parameter<T>;
}

/** A list's year. */
export const year = wholeNumber(2000, 2100);

/** The year of a query; the newest list that has begun where it is left out (C17). */
export const yearAsked = parameter(
  year.optional(),
  '清单年度；不填为最近一份已开始的清单 · The list’s year; without it the newest list that has begun',
  2024,
);

/** A unit's id, in a query. */
export const unitAsked = parameter(
  z.string().max(40).optional(),
  '责任单位编号；填报密钥只有本单位 · A unit’s id; a reporter’s key has its own unit only',
  'xuejia',
);

/** The number of a category, in a query. */
export const categoryAsked = parameter(
  wholeNumber(1, 99).optional(),
  '类别序号 · The number of a category',
  1,
);

/** The code of an arrangement, in a query. */
export const arrangementAsked = parameter(
  z.string().max(12).optional(),
  '工作安排编号 · The code of an arrangement',
  '1-7-1',
);

/** A period, in a query. */
export const periodAsked = parameter(
  z.string().max(12).optional(),
  '报告期：2024、2024-H1、2024-Q1、2024-B1、2024-03、2024-W15 · A period: a year, half, quarter, two months, month or week',
  '2024-W15',
);

/** How many items a page has. */
export const limitAsked = parameter(
  wholeNumber(1, 1000).default(100),
  '每页条数 · How many items a page has',
  100,
);

/** Where a page begins. */
export const cursorAsked = (characters: number) =>
  parameter(z.string().max(characters).optional(), '上一页答复中的 next · `next` of the page before');

/** A day, in a query. */
export const dayAsked = (description: InBoth, example: string) =>
  parameter(z.iso.date().optional(), description, example);

/** The parameters of `/task-lists/{year}/…`. */
export const ofYear = z.object({
  year: parameter(year, '清单年度 · The list’s year', 2024),
});
