import { LocalProblem } from './localProblem.ts';

/** One call of the running server's API; anything but success is a problem with the API's own sentences. */
export async function sendAs(
  key: string,
  url: string,
  method: 'POST' | 'PUT',
  path: string,
  body: string,
  contentType = 'application/json',
): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': contentType },
    body,
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
