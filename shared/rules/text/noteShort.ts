import { found, type TextRule } from '../rule.ts';
import { saysNothing } from './saysNothing.ts';

export const shortestNote = 2;

/** A note of one character says nothing; where it is 无 or a mark, that is said instead. */
export const noteShort: TextRule = (text, field) =>
  field === 'note' && text.length < shortestNote && !saysNothing(text)
    ? found('V-note-short', field, { min: shortestNote })
    : null;
