import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf, linksOf, sentencesOf } from './prose.ts';

const project = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const documents = globSync(['*.md', 'docs/*.md', 'shared/SPEC.md', 'test/support/office/README.md'], {
  cwd: project,
}).sort();

describe('what people read', () => {
  it('is found', () => {
    expect(documents).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'CONTRIBUTING.md',
        'README.md',
        'SECURITY.md',
        'docs/architecture.md',
      ]),
    );
  });

  it('SPEC has no line over 200 characters and no sentence over 30 words', () => {
    const spec = read('shared/SPEC.md');
    expect(spec.split('\n').filter((line) => line.length > 200)).toEqual([]);
    expect(sentencesOf(spec).length).toBeGreaterThan(400);
    expect(sentencesOf(spec).filter(({ words }) => words > 30)).toEqual([]);
  });

  it('README has at most 160 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(160);
  });

  it.each(documents)('%s has no sentence over 30 words', (file) => {
    expect(sentencesOf(read(file)).filter(({ words }) => words > 30)).toEqual([]);
  });

  it.each(documents)('%s links to what is there', (file) => {
    for (const link of linksOf(read(file))) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      expect(existsSync(join(project, target)), link).toBe(true);
      if (anchor === undefined) continue;
      const headings = [...read(target).matchAll(/^#+ (.*)$/gmu)].map(([, heading]) => anchorOf(heading!));
      expect(headings, link).toContain(anchor);
    }
  });
});

describe('sentences', () => {
  it('are counted without what stands in brackets, and end at a stop or a colon', () => {
    const text = '- **X1** One `two three` (four five) six. Seven: eight.\n\n| nine ten |\n';
    expect(sentencesOf(text).map(({ words }) => words)).toEqual([4, 1, 1]);
    expect(sentencesOf(`${'word '.repeat(31)}.`)[0]!.words).toBe(31);
  });
});
