/**
 * The measures of GB/T 9704-2012, in twips (a twentieth of a point): A4, a type area of 156 × 225 mm that begins 37 mm below
 * and 28 mm right of the paper's corner, and 22 lines of 28 characters of size 3 (16 pt) in it.
 */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export const page = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  left: twips(28),
  right: twips(210 - 28 - 156),
  bottom: twips(297 - 37 - 225),
} as const;

/** The type area's width. */
export const textWidth = page.width - page.left - page.right;

/** The issuer's name begins 35 mm below the type area's upper edge; its line is somewhat higher than its characters. */
export const issuerTop = twips(34);

/** Sizes of type, in half points, by their Chinese names: 二号, 三号, 四号, 五号. */
export const size = { two: 44, three: 32, four: 28, small: 21 } as const;

/** A line: 22 of them fill the type area. */
export const line = Math.floor((page.height - page.top - page.bottom) / 22);

/** A line of a title, which is larger than the grid's. */
export const titleLine = 640;

/** A character of size 3, without the grid. */
export const character = 320;

/**
 * What each character of size 3 gives away so that 28 of them fit a line: 442 pt hold 27.6 characters of 16 pt. It is a setting of
 * the text and not of the grid, since LibreOffice sets 22 characters a line in a grid that Word fills with 28.
 */
export const tightening = Math.floor(textWidth / 28) - character;

/** The page number stands 7 mm below the type area: from the paper's lower edge to the foot of its line. */
export const footer = twips(297 - 37 - 225 - 7 - 2.5);

/** A line of the page number. */
export const footerLine = 280;

/** Fonts by what they print. */
export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋',
  heading: '黑体',
  subheading: '楷体',
  number: '宋体',
} as const;
