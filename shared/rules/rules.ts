import { allocationsSum } from './table/allocationsSum.ts';
import { cellExcelError } from './read/cellExcelError.ts';
import { completedOnBeforeOpening } from './row/completedOnBeforeOpening.ts';
import { completedOnExists } from './read/completedOnExists.ts';
import { completedOnFuture } from './row/completedOnFuture.ts';
import { completedOnInYear } from './row/completedOnInYear.ts';
import { completedOnReadable } from './read/completedOnReadable.ts';
import { completedOnRequired } from './row/completedOnRequired.ts';
import { completedOnSerial } from './read/completedOnSerial.ts';
import { contactPhone } from './text/contactPhone.ts';
import { countApproximate } from './read/countApproximate.ts';
import { countBelowTarget } from './row/countBelowTarget.ts';
import { countFalls } from './row/countFalls.ts';
import { countNegative } from './read/countNegative.ts';
import { countNextFalls } from './row/countNextFalls.ts';
import { countOfDone } from './row/countOfDone.ts';
import { countOverAllocation } from './row/countOverAllocation.ts';
import { countOverTarget } from './row/countOverTarget.ts';
import { countRequired } from './row/countRequired.ts';
import { countTooLarge } from './read/countTooLarge.ts';
import { countUnit } from './read/countUnit.ts';
import { countWhole } from './read/countWhole.ts';
import { creditCodeCharacter } from './text/creditCodeCharacter.ts';
import { creditCodeCheck } from './text/creditCodeCheck.ts';
import { creditCodeLength } from './text/creditCodeLength.ts';
import { creditCodeTrial } from './text/creditCodeTrial.ts';
import { documentNumberForm } from './text/documentNumberForm.ts';
import { documentNumberYear } from './text/documentNumberYear.ts';
import { explanationRenew } from './explanation/explanationRenew.ts';
import { explanationShort } from './explanation/explanationShort.ts';
import { explanationTelling } from './explanation/explanationTelling.ts';
import { idDigitsLost } from './read/idDigitsLost.ts';
import { keyBrokenCheck } from './table/keyBrokenCheck.ts';
import { keyDuplicate } from './table/keyDuplicate.ts';
import { keyMalformed } from './table/keyMalformed.ts';
import { keyMissing } from './table/keyMissing.ts';
import { keyOtherList } from './table/keyOtherList.ts';
import { keyUnknown } from './table/keyUnknown.ts';
import { noneAfterCount } from './row/noneAfterCount.ts';
import { noneWithAllocation } from './row/noneWithAllocation.ts';
import { noneWithCount } from './row/noneWithCount.ts';
import { notStartedWithCount } from './row/notStartedWithCount.ts';
import { notStartedWithDate } from './row/notStartedWithDate.ts';
import { noteRequired } from './row/noteRequired.ts';
import { noteShort } from './text/noteShort.ts';
import { noteTelling } from './text/noteTelling.ts';
import { reportedOverTarget } from './table/reportedOverTarget.ts';
import { statusKind } from './read/statusKind.ts';
import { statusKnown } from './read/statusKnown.ts';
import { statusRequired } from './row/statusRequired.ts';
import { textLong } from './text/textLong.ts';
import { underWayWithDate } from './row/underWayWithDate.ts';

/** Every rule for a row, in the order of the specification (V9). A new rule is a file of its own and a line here. */
export const rules = [
  statusRequired,
  statusKnown,
  statusKind,
  countWhole,
  countNegative,
  countApproximate,
  countUnit,
  countTooLarge,
  countRequired,
  countOfDone,
  countBelowTarget,
  countOverAllocation,
  countOverTarget,
  countFalls,
  countNextFalls,
  notStartedWithCount,
  noneWithCount,
  noneWithAllocation,
  noneAfterCount,
  completedOnRequired,
  completedOnReadable,
  completedOnExists,
  completedOnSerial,
  completedOnInYear,
  completedOnFuture,
  completedOnBeforeOpening,
  notStartedWithDate,
  underWayWithDate,
  noteRequired,
  noteShort,
  noteTelling,
  textLong,
  idDigitsLost,
  cellExcelError,
  creditCodeLength,
  creditCodeCharacter,
  creditCodeCheck,
  creditCodeTrial,
  contactPhone,
  documentNumberForm,
  documentNumberYear,
  explanationShort,
  explanationTelling,
  explanationRenew,
  keyMissing,
  keyMalformed,
  keyBrokenCheck,
  keyUnknown,
  keyOtherList,
  keyDuplicate,
] as const;

/** Rules of the bureau's side: of an indicator as a whole, not of a row. */
export const bureauRules = [allocationsSum, reportedOverTarget] as const;
export type BureauRuleId = (typeof bureauRules)[number]['id'];
export const bureauRuleIds: readonly BureauRuleId[] = bureauRules.map(({ id }) => id);
