/** Has the browser keep the workbook's files, where it can: over https, and on this computer. */
export function keepForOffline(): void {
  (navigator as Partial<Navigator>).serviceWorker
    ?.register('/workbookFiles.js', { scope: '/workbook' })
    .catch(() => {
      // Refused by the browser's settings, or a development server, which has no such file: the page needs the network.
    });
}
