import * as z from 'zod';

/** `POST /v1/task-lists/{year}/publishings/undo`: the publishing that is to be taken back, by its version. */
export const undoRequest = z.strictObject({ version: z.int().min(1) }).meta({ id: 'Undo' });
export type UndoRequest = z.infer<typeof undoRequest>;

export const undoRequestExample: UndoRequest = { version: 1 };
