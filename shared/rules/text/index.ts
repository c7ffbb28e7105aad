import type { TextRule } from '../rule.ts';
import { contactPhone } from './contactPhone.ts';
import { creditCodeWrong } from './creditCodeWrong.ts';
import { documentNumberForm, documentNumberYear } from './documentNumber.ts';
import { noteShort } from './noteShort.ts';
import { noteTelling } from './noteTelling.ts';
import { textLong } from './textLong.ts';

/** Rules that look at one cell of text at a time. */
export const textRules: readonly TextRule[] = [
  noteShort,
  noteTelling,
  textLong,
  contactPhone,
  documentNumberForm,
  documentNumberYear,
  creditCodeWrong,
];
