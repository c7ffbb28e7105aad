import { LocalProblem } from './localProblem.ts';

/** Asks the running server's API; anything but success is a problem with the API's own sentences. */
export function askAs(key: string, url: string, path: string): Promise<unknown> {
  return call(key, url, 'GET', path, {});
}

/** Sends something to the running server's API; anything but success is a problem with the API's own sentences. */
export function sendAs(
  key: string,
  url: string,
  method: 'POST' | 'PUT',
  path: string,
  body: string,
  { contentType = 'application/json', version }: { contentType?: string; version?: string } = {},
): Promise<unknown> {
  const headers = { 'content-type': contentType, ...(version !== undefined && { 'if-match': version }) };
  return call(key, url, method, path, { body, headers });
}

async function call(
  key: string,
  url: string,
  method: string,
  path: string,
  { body, headers }: { body?: string; headers?: Record<string, string> },
): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, authorization: `Bearer ${key}` },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  if (response.ok) return text === '' ? null : JSON.parse(text);
  const problem = readProblem(text);
  throw new LocalProblem(
    `${method} ${path} 返回 ${response.status}：${problem.zh}`,
    `${method} ${path} answered ${response.status}: ${problem.en}`,
  );
}

/** Sets as a whole what is set as a whole, of the version that stands. */
export async function replaceAs(key: string, url: string, path: string, body: string): Promise<unknown> {
  const standing = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
  await standing.body?.cancel();
  return sendAs(key, url, 'PUT', path, body, { version: standing.headers.get('etag') ?? '' });
}

function readProblem(text: string): { zh: string; en: string } {
  try {
    const problem = JSON.parse(text) as { detail?: string; zh?: string; en?: string };
    return { zh: problem.zh ?? problem.detail ?? text, en: problem.en ?? problem.detail ?? text };
  } catch {
    return { zh: text, en: text };
  }
}
