import type { BulletinContent, BulletinFigure } from './content.ts';

/** A figure as it is kept: its keys by their places in the table of keys, `0-3,7`. */
type PackedFigure = Omit<BulletinFigure, 'keys'> & { keys: string };

/** Every figure of a content, replaced. */
function withFigures<T>(content: object, replaced: (figure: T) => unknown): unknown {
  const given = content as {
    sections: { sentences: { figures: T[] }[] }[];
    units: { figures: T[] }[];
  };
  const each = <S extends { figures: T[] }>(place: S) => ({
    ...place,
    figures: place.figures.map((one) => replaced(one)),
  });
  return {
    ...given,
    sections: given.sections.map((section) => ({ ...section, sentences: section.sentences.map(each) })),
    units: given.units.map(each),
  };
}

/** Places as runs: 0, 1, 2, 3, 7 is `0-3,7`. Order and repetition stay. */
function runsOf(places: readonly number[]): string {
  const runs: string[] = [];
  for (let at = 0; at < places.length;) {
    let end = at;
    while (end + 1 < places.length && places[end + 1] === places[end]! + 1) end += 1;
    runs.push(end === at ? `${places[at]}` : `${places[at]}-${places[end]}`);
    at = end + 1;
  }
  return runs.join(',');
}

function placesOf(runs: string): number[] {
  if (runs === '') return [];
  return runs.split(',').flatMap((run) => {
    const [first, last = first] = run.split('-').map(Number) as [number, number?];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

const figuresOf = ({ sections, units }: BulletinContent): BulletinFigure[] => [
  ...sections.flatMap(({ sentences }) => sentences.flatMap(({ figures }) => figures)),
  ...units.flatMap(({ figures }) => figures),
];

/** A content as text that is kept: a key that many figures name stands once. */
export function packContent(content: BulletinContent): string {
  const place = new Map<string, number>();
  // The longest lists come first: theirs are the runs that shorten most.
  for (const { keys } of figuresOf(content).sort((a, b) => b.keys.length - a.keys.length))
    for (const key of keys) if (!place.has(key)) place.set(key, place.size);
  const packed = withFigures<BulletinFigure>(content, ({ keys, ...rest }): PackedFigure => ({
    ...rest,
    keys: runsOf(keys.map((key) => place.get(key)!)),
  }));
  return JSON.stringify({ keys: [...place.keys()], content: packed });
}

/** The content that was kept: exactly what was packed. */
export function unpackContent(text: string): BulletinContent {
  const { keys, content } = JSON.parse(text) as { keys: string[]; content: object };
  return withFigures<PackedFigure>(content, ({ keys: runs, ...rest }): BulletinFigure => ({
    ...rest,
    keys: placesOf(runs).map((at) => keys[at]!),
  })) as BulletinContent;
}
