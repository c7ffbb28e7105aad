import type { HandRead } from './handRead.ts';

/** Traditional, each measure in a row of its own with its deadline; number and name of the task stand in its first row only. */
export const oneItemPerRow: HandRead = {
  differs: '繁体；一项措施一行，各有完成时限；序号和任务名称只印在首行；牵头、配合分列；年份写作“二零二五年”',
  text: `
望江區二零二五年度化工安全重點任務推進表

序號	主要任務	具體措施	完成時限	牽頭單位	配合單位
（一）化工園區
1	提升園區安全水平	對2個化工園區開展安全風險評估	二零二五年六月三十日前	區應急局	區發改局
		督促每家企業配備2名以上專職安全員	每年		
		巡查公共管廊，掌握運行情況	每月5日前		
2	整治重點企業	對18家重點企業開展全覆蓋檢查，檢查率100%	二季度末	區應急局	各街道
		新建項目全部進入園區	長期堅持		
		單套裝置現場作業人員不超過9人	6月底		
（二）危險貨物運輸
3	規範道路運輸	檢查運輸企業25家以上	第三季度	區交通局	
		查處非法運輸行為	即時	區公安局	
		開展路檢路查	1—11月		
4	強化信息報送	匯總上報隱患清單	按上級要求	區應急局	區交通局
		3月底前，報送聯絡員名單			
5	提高應急能力	更新應急預案	年底前	區應急局	各街道
		開展應急演練不少於3場			
`,
  title: '望江区二零二五年度化工安全重点任务推进表',
  year: 2025,
  categories: ['1 化工园区', '2 危险货物运输'],
  tasks: [
    {
      code: '1-1',
      name: '提升园区安全水平',
      units: ['区应急局', '区发改局'],
      goal: [],
      arrangements: ['-|once 2025-06-30|2个 化工园区|', '-|once 2025-12-31|done|', '-|monthly|done|'],
    },
    {
      code: '1-2',
      name: '整治重点企业',
      units: ['区应急局', '各街道'],
      goal: [],
      arrangements: [
        '-|once 2025-06-30|18家 重点企业|',
        '-|undated|done|长期坚持',
        '-|once 2025-06-30|done|',
      ],
    },
    {
      code: '2-3',
      name: '规范道路运输',
      units: ['区交通局', '区公安局'],
      goal: [],
      arrangements: [
        '-|once 2025-09-30|25家 运输企业|',
        '-|undated|done|即时',
        '-|window 2025-01-01 2025-11-30|done|',
      ],
    },
    {
      code: '2-4',
      name: '强化信息报送',
      units: ['区应急局', '区交通局'],
      goal: [],
      arrangements: ['-|undated|done|按上级要求', '-|once 2025-03-31|done|'],
    },
    {
      code: '2-5',
      name: '提高应急能力',
      units: ['区应急局', '各街道'],
      goal: [],
      arrangements: ['-|once 2025-12-31|done|', '-|once 2025-12-31|3场 应急演练|'],
    },
  ],
  diagnostics: [
    'warning supporting-units - 區發改局',
    ...['1-1-1', '1-1-2', '1-1-3', '1-2-1', '1-2-2', '1-2-3', '2-3-1', '2-3-2', '2-3-3'].map(
      (code) => `warning number-missing ${code} -`,
    ),
    ...['2-4-1', '2-4-2', '2-5-1', '2-5-2'].map((code) => `warning number-missing ${code} -`),
    'info row-continued - 督促每家企業配備2名以上專職安全員 每年',
    'info row-continued - 巡查公共管廊，掌握運行情況 每月5日前',
    'info row-continued - 新建項目全部進入園區 長期堅持',
    'info row-continued - 單套裝置現場作業人員不超過9人 6月底',
    'info row-continued - 查處非法運輸行為 即時 區公安局',
    'info row-continued - 開展路檢路查 1—11月',
    'info row-continued - 3月底前，報送聯絡員名單',
    'info row-continued - 開展應急演練不少於3場',
    'warning cadence-day-open 1-1-3 每月5日前',
    'decision undated 1-2-2 长期坚持',
    'decision undated 2-3-2 即时',
    'decision units-of-row 2-3-1 区交通局',
    'decision units-of-row 2-3-2 区公安局',
    'decision undated 2-4-1 按上级要求',
    'warning deadline-inherited 2-5-2 年底前',
  ],
};
