import { Problem } from '../problems/problem.ts';

/**
 * What any JSON body may hold, whichever route takes it. Each is some times what the largest sound body has: a grid of
 * 5,000 rows and 60 columns, a list of 2,000 arrangements. The schemas say what each place may hold.
 */
export const jsonBounds = {
  /** Lists and objects within each other. */
  depth: 32,
  /** Items of one list, or keys of one object. */
  members: 20_000,
  /** Lists, objects, texts, numbers and the like in all. */
  values: 600_000,
  /** Characters of one text as it is sent: 20,000 that are all escaped. */
  text: 120_000,
} as const;

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openings = [0x5b, 0x7b] as const;
const closings = [0x5d, 0x7d] as const;

/** Where the text that begins at a quotation mark ends: at its last one, or at the end of all. */
function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}

const tooMany = (zh: string, en: string): never => {
  throw new Problem('json-too-large', { reasonZh: zh, reasonEn: en });
};

/**
 * Refuses JSON that holds more than any sound body, by one look over its characters: parsed, 10 MB of empty objects would
 * fill the memory of an isolate. What is no JSON at all is left to the parser.
 * @throws Problem `json-too-large`.
 */
export function checkJsonBounds(json: string): void {
  const { depth, members, values, text } = jsonBounds;
  /** Members that have ended, of each list or object that is open. */
  const open = new Uint32Array(depth + 1);
  let level = 0;
  let found = 1;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === quote) {
      const end = endOfText(json, at);
      if (end - at - 1 > text)
        tooMany(`一段文字超过 ${text} 个字符`, `a text of more than ${text} characters`);
      at = end;
    } else if (code === comma) {
      found += 1;
      const ended = (open[level] = (open[level] ?? 0) + 1);
      if (ended >= members)
        tooMany(`一个数组或对象超过 ${members} 项`, `more than ${members} items in one list or object`);
      if (found > values) tooMany(`总共超过 ${values} 个值`, `more than ${values} values in all`);
    } else if (code === openings[0] || code === openings[1]) {
      level += 1;
      found += 1;
      if (level > depth) tooMany(`嵌套超过 ${depth} 层`, `nested more than ${depth} deep`);
      if (found > values) tooMany(`总共超过 ${values} 个值`, `more than ${values} values in all`);
      open[level] = 0;
    } else if ((code === closings[0] || code === closings[1]) && level > 0) {
      level -= 1;
    }
  }
}

/**
 * The value of a JSON text.
 * @throws Problem `json-too-large`, `malformed-json`.
 */
export function parseJson(json: string): unknown {
  checkJsonBounds(json);
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new Problem('malformed-json', { reason: error instanceof Error ? error.message : String(error) });
  }
}
