const mebibyte = 1024 * 1024;

/**
 * Of a request and of an answer in Excel on the web, and of the cells that one range can be read for.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins
 */
export const payloadLimit = 5 * mebibyte;
export const readLimit = 5_000_000;

/** https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const cellLimit = 32_767;
