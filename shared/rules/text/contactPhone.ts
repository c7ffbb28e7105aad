import { longestText } from '../../row/columns.ts';
import { halfWidth } from '../read/halfWidth.ts';
import { textRule } from '../rule.ts';

const mail = /[\w.+-]+@[\w.-]+/g;
const hasDigit = /[0-9\uff10-\uff19]/;
const extension = /(?:转|分机号?|ext\.?|[#x*])[\s:]*\d{1,6}/gi;
const runs = /\+?\(?\d(?:[\d\s()-]*\d)?/g;
const phone = /^(?:(?:86)?1[3-9]\d{9}|(?:86)?0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}|[2-8]\d{6,7}|[48]00\d{7})$/;
/** An extension written with a dash after a landline: 0519-86598222-801. */
const dashedExtension = /^(\+?[\d() ]*\d(?:-\d{7,8})?)-\d{1,6}$/;

function isPhone(run: string): boolean {
  if (phone.test(run.replace(/\D/g, ''))) return true;
  const stem = dashedExtension.exec(run)?.[1];
  return stem !== undefined && phone.test(stem.replace(/\D/g, ''));
}

/** A phone number, where digits are given: a mobile, a landline (区号-号码, 转 or -分机), a 400 number; several may stand together. */
export const contactPhone = textRule({
  id: 'V-contact-phone',
  severity: 'error',
  check: (text, field) => {
    if (field !== 'contact' || text.length > longestText.contact || !hasDigit.test(text)) return null;
    const plain = halfWidth(text).replace(/[—–−]/g, '-').replace(mail, '').replace(extension, '');
    for (const match of plain.matchAll(runs)) {
      const run = match[0].trim();
      // 2号楼, 301室: a short number with a word after it is a place, not a phone.
      if (/^\(?\d{1,4}$/.test(run) && /^\p{L}/u.test(plain.slice(match.index + match[0].length))) continue;
      if (isPhone(run) || run.split(/\s+/).every(isPhone)) continue;
      return { phone: run, digits: run.replace(/\D/g, '').length };
    }
    return null;
  },
  zh: ({ cell, p }) =>
    `${cell}中的电话「${p('phone')}」不对（${p('digits')} 位数字）：手机应为 11 位，座机写成 0519-86598222，分机用「转」。`,
  en: ({ cell, p }) =>
    `${cell}: the phone number "${p('phone')}" (${p('digits')} digits) is wrong. A mobile has 11 digits; write a landline as 0519-86598222, an extension after 转.`,
});
