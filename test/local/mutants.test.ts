import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../worker/local/tool.ts';
import { mutants } from '../fuzz/mutants.ts';

it.each(mutants)('the mutant “$name” still has its place in the code', ({ file, find, replace }) => {
  const parts = readFileSync(join(projectFolder, file), 'utf8').split(find);
  expect(parts).toHaveLength(2);
  expect(replace).not.toBe(find);
});
