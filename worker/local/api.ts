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
  contentType = 'application/json',
): Promise<unknown> {
  return call(key, url, method, path, { body, headers: { 'content-type': contentType } });
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

function readProblem(text: string): { zh: string; en: string } {
  try {
    const problem = JSON.parse(text) as { detail?: string; zh?: string; en?: string };
    return { zh: problem.zh ?? problem.detail ?? text, en: problem.en ?? problem.detail ?? text };
  } catch {
    return { zh: text, en: text };
  }
}
