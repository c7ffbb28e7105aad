/** Has the browser keep the workbook's files, where it can: over https, and on this computer. A development server has none. */
export function keepForOffline(): void {
  if (import.meta.env.DEV) return;
  (navigator as Partial<Navigator>).serviceWorker
    ?.register('/workbookFiles.js', { scope: '/workbook' })
    .catch(() => {
      // Refused by the browser's settings: then the page needs the network.
    });
}
