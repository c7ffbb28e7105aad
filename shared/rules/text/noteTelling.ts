import { found, type TextRule } from '../rule.ts';
import { saysNothing } from './saysNothing.ts';

/** 无, 同上, 正常 as the whole note. */
export const noteTelling: TextRule = (text, field) =>
  field === 'note' && text.length <= 12 && saysNothing(text) ? found('V-note-telling', field) : null;
