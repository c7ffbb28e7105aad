/** What the columns about quantities are called, on the pages and in the files. */
export const quantityNames = {
  arrangement: { zh: '工作安排', en: 'Arrangement' },
  indicator: { zh: '指标', en: 'Indicator' },
  reported: { zh: '已报数量', en: 'Reported' },
  share: { zh: '占目标', en: 'Of the target' },
  allocated: { zh: '分解指标', en: 'Share' },
  target: { zh: '全区目标', en: 'District target' },
  measure: { zh: '单位', en: 'Measure' },
  mode: { zh: '计数方式', en: 'Counted' },
  finding: { zh: '核对', en: 'Check' },
} as const;

/** How an indicator counts. */
export const modeNames = {
  cumulative: { zh: '累计', en: 'running total' },
  perPeriod: { zh: '每期', en: 'per period' },
} as const;
