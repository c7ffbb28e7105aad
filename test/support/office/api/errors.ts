/**
 * What Office.js throws: a code that never changes, and a sentence.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export class OfficeError extends Error {
  readonly code: string;
  readonly debugInfo: { code: string; errorLocation: string };

  constructor(code: string, message: string, errorLocation = '') {
    super(message);
    this.name = 'RichApi.Error';
    this.code = code;
    this.debugInfo = { code, errorLocation };
  }
}

/** On a protected sheet: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
export const accessDenied = () =>
  new OfficeError('AccessDenied', 'You cannot perform the requested operation.');

export const notLoaded = (property: string) =>
  new OfficeError(
    'PropertyNotLoaded',
    `The property '${property}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
    property,
  );
