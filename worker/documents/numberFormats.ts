/** Counting words of Word's list formats that Chinese documents use; any other format is counted in Arabic digits. */
const digits = '〇一二三四五六七八九';

function chinese(value: number, units = ['', '十', '百', '千'], numerals = digits): string {
  if (value <= 0 || value > 9999) return String(value);
  const figures = [...String(value)].map(Number);
  let text = '';
  figures.forEach((figure, index) => {
    const unit = units[figures.length - 1 - index] ?? '';
    if (figure !== 0) text += numerals.charAt(figure) + unit;
    else if (text !== '' && !text.endsWith('零') && figures.slice(index).some((later) => later !== 0))
      text += '零';
  });
  return value < 20 && value >= 10 && units[1] === '十' ? text.replace(/^一/u, '') : text;
}

const byDigit = (value: number): string =>
  [...String(value)].map((digit) => digits.charAt(Number(digit))).join('');

const run =
  (first: number, most: number, otherwise = String) =>
  (value: number): string =>
    value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : otherwise(value);

const cycle =
  (characters: string) =>
  (value: number): string =>
    value >= 1 && value <= characters.length ? characters.charAt(value - 1) : String(value);

const letter = (value: number): string =>
  value >= 1 && value <= 780
    ? String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
    : String(value);

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const steps = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  const names = 'm cm d cd c xc l xl x ix v iv i'.split(' ');
  let rest = value;
  let text = '';
  steps.forEach((step, index) => {
    while (rest >= step) {
      text += names[index];
      rest -= step;
    }
  });
  return text;
}

const fullWidth = (value: number): string =>
  [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseLegalSimplified: (value) => chinese(value, ['', '拾', '佰', '仟'], '零壹贰叁肆伍陆柒捌玖'),
  ideographLegalTraditional: (value) => chinese(value, ['', '拾', '佰', '仟'], '零壹貳參肆伍陸柒捌玖'),
  ideographDigital: byDigit,
  japaneseDigitalTenThousand: byDigit,
  taiwaneseDigital: byDigit,
  decimalEnclosedCircle: run(0x2460, 20),
  decimalEnclosedCircleChinese: run(0x2460, 20),
  decimalEnclosedParen: run(0x2474, 20),
  decimalEnclosedFullstop: run(0x2488, 20),
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
};

export const formatNumber = (value: number, format: string): string => (formats[format] ?? String)(value);
