import { expect, test } from 'vitest';
import { packInBlocks, unpacking } from '../../worker/tables/packed.ts';

async function* lines(count: number): AsyncGenerator<string> {
  for (let at = 0; at < count; at += 1) yield `第${at}行，已组织检查组现场核查，隐患均已下达整改通知书。\r\n`;
}

test('B5.2: what is sent unpacked is kept packed, and unpacked block by block as it is read', async () => {
  const blocks = await packInBlocks(lines(40_000));
  const whole: string[] = [];
  for await (const line of lines(40_000)) whole.push(line);
  const bytes = new TextEncoder().encode(whole.join(''));
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(bytes.length / 8);
  let taken = 0;
  const watched = function* () {
    for (const block of blocks) {
      taken += 1;
      yield block;
    }
  };
  const reader = unpacking(watched()).getReader();
  expect(taken).toBe(0);
  const { value } = await reader.read();
  expect(taken).toBe(1);
  expect(value!.length).toBeLessThan(bytes.length / 3);
  const rest = [value!];
  for (let read = await reader.read(); !read.done; read = await reader.read()) rest.push(read.value);
  expect(
    new TextDecoder().decode(await new Response(new Blob(rest as Uint8Array<ArrayBuffer>[])).arrayBuffer()),
  ).toBe(whole.join(''));
});
