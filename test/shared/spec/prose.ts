/** A sentence of a Markdown text, with the number of its words: what stands in brackets or as code counts as one at most. */
export interface Sentence {
  text: string;
  words: number;
}

/** The running text of a Markdown file, block by block: a paragraph or an item of a list; no tables, no code. */
function blocksOf(markdown: string): string[] {
  return markdown
    .replaceAll(/^```[\s\S]*?^```$/gmu, '')
    .replaceAll(/^ *\|.*$/gmu, '')
    .replaceAll(/^#+ .*$/gmu, '')
    .split(/\n\s*\n|\n(?=\s*(?:- |\d+\. ))/u)
    .map((block) => block.replaceAll(/\s+/gu, ' ').trim())
    .filter((block) => block !== '');
}

/** The sentences of a Markdown text. A colon ends one too: what follows is a list, or a sentence of its own. */
export function sentencesOf(markdown: string): Sentence[] {
  return blocksOf(markdown).flatMap((block) =>
    block
      .replaceAll(/`[^`]*`/gu, 'code')
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replaceAll(/ ?\([^()]*\)/gu, '')
      .replaceAll(/（[^（）]*）/gu, '')
      .split(/(?<=[.?!:])[*”"]*\s+/u)
      .map((text) => ({ text, words: text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length })),
  );
}

/** The files and headings that a Markdown text links to, as written. */
export function linksOf(markdown: string): string[] {
  const found = [...markdown.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link]) => link!);
  return found.filter((link) => !/^https?:/u.test(link));
}

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
}
