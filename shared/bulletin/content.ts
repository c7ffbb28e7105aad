import * as z from 'zod';

/** A number of a sentence or of a unit, and the obligations that it counts. */
export const bulletinFigure = z.strictObject({
  /** As counts of progress are called: `due`, `dueReceived`, `missing`, … */
  name: z.string(),
  value: z.int(),
  /** Keys of exactly the obligations that it counts, in order. */
  keys: z.array(z.string()),
});
export type BulletinFigure = z.infer<typeof bulletinFigure>;

/** A paragraph as made, and as an officer has edited it. What is printed is `edited ?? made`. */
export const bulletinSentence = z.strictObject({
  id: z.string(),
  made: z.string(),
  edited: z.string().nullable(),
  figures: z.array(bulletinFigure),
});
export type BulletinSentence = z.infer<typeof bulletinSentence>;

/** A table within a section, or one that is attached. A rate is a number from 0 to 1, a date `YYYY-MM-DD`. */
export const bulletinTable = z.strictObject({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), kind: z.enum(['text', 'count', 'rate', 'date']) })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** Not printed: an officer has left it out, and the sentence that leads to it with it. */
  leftOut: z.literal(true).optional(),
});
export type BulletinTable = z.infer<typeof bulletinTable>;

/** A part of a bulletin. The opening has no heading; a heading has its number: 一、总体情况. */
export const bulletinSection = z.strictObject({
  id: z.string(),
  heading: z.string().nullable(),
  /** Each is a paragraph. */
  sentences: z.array(bulletinSentence),
  table: bulletinTable.nullable(),
});
export type BulletinSection = z.infer<typeof bulletinSection>;

/** The number of an issued bulletin within the year of its issue. */
export const bulletinNumber = z.strictObject({ year: z.int(), sequence: z.int() });
export type BulletinNumber = z.infer<typeof bulletinNumber>;

export const bulletinPreset = z.enum(['weekly', 'monthly', 'quarterly', 'span']);
export type BulletinPreset = z.infer<typeof bulletinPreset>;

/** A bulletin (通报) with all that is printed of it: the same in JSON, Markdown, text and .docx. */
export const bulletinContent = z.strictObject({
  /** Issued: its number within the year; `null` for a draft. */
  number: bulletinNumber.nullable(),
  title: z.string(),
  /** Name of the issuing office, for head and signature; empty where none is known. */
  office: z.string(),
  /** The office's code in document numbers, 某应急 in 某应急〔2024〕3号. Where it is empty a number reads 2024年第3期. */
  code: z.string(),
  preset: bulletinPreset,
  /** `2024-W14`, `2024-03`, `2024-Q1`; `null` for a free span. */
  period: z.string().nullable(),
  /** Days, both inclusive: what fell due in them. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The day whose state it tells. */
  asOf: z.iso.date(),
  /** Number of the last change that it speaks of. */
  change: z.int(),
  /** 各镇（街道）、园区…：with its colon. */
  salutation: z.string(),
  /** In order; the first (opening) has no heading. */
  sections: z.array(bulletinSection),
  /** Its counts by unit, in the roster's order: what the next bulletin compares with. */
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), figures: z.array(bulletinFigure) })),
  signature: z.string(),
  /** `YYYY-MM-DD`, printed 2024年4月10日. */
  date: z.iso.date(),
  /** 附件1, 附件2, …, by their place. */
  attachments: z.array(bulletinTable),
  /** The issued one that it corrects. */
  corrects: bulletinNumber.nullable(),
});
export type BulletinContent = z.infer<typeof bulletinContent>;
