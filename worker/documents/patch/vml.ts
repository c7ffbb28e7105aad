/** Boxes of comments, in the drawing language that Excel keeps them in. Excel’s own need not be well formed: it is changed as text. */

interface Place {
  row: number;
  column: number;
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

export const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';

/** A hidden box beside the cell, in the colour of notes. */
const shape = (id: number, { row, column }: Place): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:90pt;z-index:${id};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
  '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
  '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
  '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
  `<x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 5}, 15, ${row + 5}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>` +
  `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

/** A drawing with boxes for cells. */
export function addShapes(vml: string, places: readonly Place[]): string {
  if (places.length === 0) return vml;
  const used = [...vml.matchAll(/_x0000_s(\d+)/gu)].map(([, id]) => Number(id));
  const first = Math.max(1024, ...used.slice(0, 50_000)) + 1;
  const type = vml.includes('id="_x0000_t202"') ? '' : shapeType;
  const end = vml.lastIndexOf('</xml');
  if (end < 0) return vml;
  const shapes = places.map((place, index) => shape(first + index, place)).join('');
  const declared = vml.includes('xmlns:x=')
    ? vml
    : vml.replace(/<xml\b/u, '<xml xmlns:x="urn:schemas-microsoft-com:office:excel"');
  const moved = declared.length - vml.length;
  return declared.slice(0, end + moved) + type + shapes + declared.slice(end + moved);
}

const opening = '<v:shape';
const closing = '</v:shape>';

/** A drawing without the boxes of cells. */
export function withoutShapes(vml: string, places: readonly Place[]): string {
  if (places.length === 0) return vml;
  const gone = new Set(places.map(({ row, column }) => `${row},${column}`));
  const kept: string[] = [];
  let at = 0;
  for (let start = vml.indexOf(opening); start >= 0; start = vml.indexOf(opening, at)) {
    const close = vml.indexOf(closing, start);
    if (close < 0) break;
    if (!/\s/u.test(vml[start + opening.length] ?? '')) {
      // A `v:shapetype` is no box.
      kept.push(vml.slice(at, start + opening.length));
      at = start + opening.length;
      continue;
    }
    const box = vml.slice(start, close + closing.length);
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/u.exec(box)?.[1];
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/u.exec(box)?.[1];
    const isGone = /ObjectType=["']Note["']/u.test(box) && gone.has(`${row},${column}`);
    kept.push(vml.slice(at, start), isGone ? '' : box);
    at = close + closing.length;
  }
  return kept.join('') + vml.slice(at);
}
