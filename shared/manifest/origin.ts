/**
 * The origin of a deployment as the manifest needs it: `https://host[:port]`, nothing after it; `http` for this
 * computer only, where an HTTPS proxy stands before it. `null` for anything else.
 */
export function readOrigin(text: string): string | null {
  const match = /^(https?):\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/iu.exec(text.trim());
  if (!match) return null;
  const [, scheme = '', host = '', port = ''] = match;
  const local = host.toLowerCase() === 'localhost' || host === '127.0.0.1';
  if (scheme.toLowerCase() !== 'https' && !local) return null;
  if (host.includes('..') || (port !== '' && Number(port.slice(1)) > 65_535)) return null;
  return `${scheme}://${host}${port}`.toLowerCase();
}
