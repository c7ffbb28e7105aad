/** Where the page runs. `partition` prefixes whatever it keeps in the browser's storage. */
export interface OfficeHost {
  excel: boolean;
  partition: string;
}

/**
 * Waits until Office.js knows its host: Excel takes the pane for started only after this word. Without Office.js,
 * and in a browser of its own, the page is in no host.
 */
export async function officeReady(): Promise<OfficeHost> {
  if (!('Office' in globalThis)) return { excel: false, partition: '' };
  const { host } = await Office.onReady();
  // Office.js puts null over the browser's own functions.
  delete (history as Partial<History>).pushState;
  delete (history as Partial<History>).replaceState;
  return { excel: host === Office.HostType.Excel, partition: Office.context?.partitionKey ?? '' };
}
