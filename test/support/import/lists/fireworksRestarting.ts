import type { HandRead } from './handRead.ts';

/** Fireworks, Traditional: numbers begin anew in each category, the goal stands behind the measures, items 1. glued to months. */
export const fireworksRestarting: HandRead = {
  differs: '烟花爆竹；繁体；序号在每个类别内重新起算；工作目标列在工作措施之后；另有备注栏；“1.4月”数字相连',
  text: `
雲嶺縣2026年煙花爆竹安全監管工作任務清單

類別	序號	重點工作	工作措施	工作目標	備註	責任單位
一、零售經營	1	零售網點布設	"1.2月底前，核定全縣零售網點不超過150個。
2.銷售旺季每週巡查一次，銷售淡季每月巡查一次。
3.每鎮臨時銷售點控制在3處以內。"	零售網點控制在150個以內		縣應急管理局、各鄉鎮（街道）
	2	零售許可換證	"1.11月底前，完成112家長期零售店許可證換發。
2.對不符合條件的，責令退出。"	完成112家零售店換證		縣應急管理局
二、批發儲存	1	倉儲安全	"1.上半年，對3家批發企業開展倉庫防雷檢測。
2.汛期前檢修庫區排水設施，即時清除積水。
3.回收過期產品不少於200箱，6.30前集中銷毀。"	倉儲重大隱患動態清零	市級督辦	縣應急管理局、縣氣象局
	2	流向管理	"1.每月5日前，報送流向登記數據。
2.流向登記率100%，產品標識全覆蓋。"	流向登記率100%		縣應急管理局；縣公安局
三、打非治違	1	聯合執法	"1.每季度開展聯合執法1次，全年查處案件不少於10起。
2.春節期間，在重點路口設卡檢查。
3.每年3月15日前，公布舉報獎勵辦法。"	查處案件10起以上	與公安機關聯合	縣公安局、縣應急管理局、縣市場監管局
	2	宣傳教育	"1.4月、9月各開展宣傳進校園活動1次。
2.發放告知書8000份以上，入戶率100%。"			縣教育局、各鄉鎮（街道）
`,
  title: '云岭县2026年烟花爆竹安全监管工作任务清单',
  year: 2026,
  categories: ['1 零售经营', '2 批发储存', '3 打非治违'],
  tasks: [
    {
      code: '1-1',
      name: '零售网点布设',
      units: ['县应急管理局', '各乡镇（街道）'],
      goal: [],
      arrangements: [
        '1|once 2026-02-28|done|',
        '2|weekly 销售旺季；monthly 销售淡季|done|',
        '3|undated|done|',
      ],
    },
    {
      code: '1-2',
      name: '零售许可换证',
      units: ['县应急管理局'],
      goal: ['112 家 零售店'],
      arrangements: ['1|once 2026-11-30|112家 长期零售店|', '2|undated|done|'],
    },
    {
      code: '2-1',
      name: '仓储安全',
      units: ['县应急管理局', '县气象局'],
      goal: [],
      arrangements: [
        '1|window 2026-01-01 2026-06-30|3家 批发企业|',
        '2|undated|done|汛期前；即时',
        '3|once 2026-06-30|200箱 过期产品|',
      ],
    },
    {
      code: '2-2',
      name: '流向管理',
      units: ['县应急管理局', '县公安局'],
      goal: [],
      arrangements: ['1|monthly|done|', '2|undated|done|'],
    },
    {
      code: '3-1',
      name: '联合执法',
      units: ['县公安局', '县应急管理局', '县市场监管局'],
      goal: ['10 起 案件'],
      arrangements: ['1|quarterly|10起 案件|', '2|undated|done|春节期间', '3|once 2026-03-15|done|'],
    },
    {
      code: '3-2',
      name: '宣传教育',
      units: ['县教育局', '各乡镇（街道）'],
      goal: [],
      arrangements: [
        '1|window 2026-04-01 2026-04-30；window 2026-09-01 2026-09-30|done|',
        '2|undated|8000份 告知书|',
      ],
    },
  ],
  diagnostics: [
    'warning column-unread - 備註',
    'info number-glued 1-1-1 1.2月底前，核定全',
    'decision season-months-open 1-1-2 销售旺季',
    'decision season-months-open 1-1-2 销售淡季',
    'decision undated 1-1-3 -',
    'info number-glued 1-2-1 1.11月底前，完成',
    'decision undated 1-2-2 -',
    'decision undated 2-1-2 汛期前、即时',
    'warning cadence-day-open 2-2-1 每月5日前',
    'decision undated 2-2-2 -',
    'decision undated 3-1-2 春节期间',
    'info number-glued 3-2-1 1.4月、9月各開展',
    'decision undated 3-2-2 -',
  ],
};
