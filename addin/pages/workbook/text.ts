import { texts } from '../../text/texts.ts';

/** What the workbook's page says beside its workbook, or in place of it. */
export const workbookText = texts(
  {
    title: (year: number) => `${year} 年台账`,
    openElsewhere:
      '此台账已在另一个标签页中打开。关闭那一页后，这里会自动打开；也可以改在这里打开，已填内容不会丢失。',
    openHere: '改在这里打开',
    notLetGo: '那一页的内容未能保存到本机浏览器，没有移到这里。请先在那一页同步，或点“导出”留存，再试。',
  },
  {
    title: (year) => `ledger of ${year}`,
    openElsewhere:
      'This workbook is open in another tab. Close it there, and it opens here by itself; or have it here now, with all that was filled in.',
    openHere: 'Open it here',
    notLetGo:
      'The other tab could not save its workbook in this browser, and keeps it. Sync there, or keep a copy by Export, then try again.',
  },
);
