import { texts } from '../../text/texts.ts';

/** What the workbook's page says in place of a workbook. */
export const workbookText = texts(
  { openElsewhere: '此台账已在另一个标签页中打开。关闭那一页后，这里会自动打开。' },
  { openElsewhere: 'This workbook is open in another tab. Close it there, and it opens here by itself.' },
);
