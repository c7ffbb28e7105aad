const excelErrors =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!)$/;

/** Whether a cell holds the error of a formula; hosts hand it over as text. */
export function isExcelError(text: string): boolean {
  return text.charCodeAt(0) === 35 && excelErrors.test(text);
}
