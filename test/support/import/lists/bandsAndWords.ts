import type { HandRead } from './handRead.ts';

/** Traditional characters, categories as rows of their own, items 一是 二是, a year in Chinese numerals. */
export const bandsAndWords: HandRead = {
  differs: '繁体；类别独占一行；条目以“一是”“二是”列举；年份为汉字',
  text: `
臨江縣二〇二六年度危險化學品安全監管工作要點

序號	主要任務	工作目標	工作措施	責任部門
一、壓實企業主體責任
1	推動主要負責人履職	覆蓋全縣64家化工企業	一是3月底前，組織64家化工企業主要負責人開展公開承諾。二是每季度講評1次。三是對履職不到位的，及時約談。	縣應急管理局，各鄉鎮
2	規範第三方服務	對9家評價機構開展檢查	6月底前，完成9家評價機構執業檢查。	縣應急管理局
二、強化重大危險源管控
3	升級監測預警系統	完成17處重大危險源系統升級	一是9月30日前，完成17處重大危險源監測系統升級。二是每兩個月抽查1次在線狀態。	縣應急管理局、縣數據局
`,
  title: '临江县二〇二六年度危险化学品安全监管工作要点',
  year: 2026,
  categories: ['1 压实企业主体责任', '2 强化重大危险源管控'],
  tasks: [
    {
      code: '1-1',
      name: '推动主要负责人履职',
      units: ['县应急管理局', '各乡镇'],
      goal: ['64 家 化工企业'],
      arrangements: ['一是|once 2026-03-31|64家 化工企业|', '二是|quarterly|done|', '三是|undated|done|及时'],
    },
    {
      code: '1-2',
      name: '规范第三方服务',
      units: ['县应急管理局'],
      goal: ['9 家 评价机构'],
      arrangements: ['-|once 2026-06-30|9家 评价机构|'],
    },
    {
      code: '2-3',
      name: '升级监测预警系统',
      units: ['县应急管理局', '县数据局'],
      goal: ['17 处 重大危险源系统'],
      arrangements: ['一是|once 2026-09-30|17处 重大危险源监测系统|', '二是|two-monthly|done|'],
    },
  ],
  diagnostics: ['decision undated 1-1-3 及时', 'warning number-missing 1-2-1 -'],
};
