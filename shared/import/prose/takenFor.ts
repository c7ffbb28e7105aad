/** What a stretch of prose may be taken for. */
export const takenFor = [
  'title',
  'category',
  'name',
  'goal',
  'arrangements',
  'lead',
  'units',
  'supporting',
  'deadline',
  'leftOut',
] as const;
export type TakenFor = (typeof takenFor)[number];
