import { refusal, type Probe } from './probe.ts';

/** A table of six rows, of which a filter hides the third and fourth; its first row stands at `top`. */
async function filtered(context: Excel.RequestContext, sheet: Excel.Worksheet, top: number) {
  const cells = sheet.getRangeByIndexes(top, 0, 7, 2);
  cells.values = [['甲', '乙'], ...[1, 2, 0, 0, 5, 6].map((value) => [value, ''])];
  const table = sheet.tables.add(cells, true);
  await context.sync();
  table.autoFilter.apply(table.getRange(), 0, { filterOn: 'Values', values: ['1', '2', '5', '6'] });
  await context.sync();
  return table;
}

async function second(context: Excel.RequestContext, sheet: Excel.Worksheet, top: number): Promise<string> {
  const range = sheet.getRangeByIndexes(top + 1, 1, 6, 1);
  range.load('values');
  await context.sync();
  return range.values.map(([value]) => String(value)).join('');
}

/** Reckoned with: one cell that is filtered out takes its value. A grid over such rows is written for comparison. */
export const filteredWrite: Probe = async (context, sheet) => {
  const table = await filtered(context, sheet, 0);
  for (let row = 0; row < 6; row += 1) sheet.getRangeByIndexes(1 + row, 1, 1, 1).values = [['abcdef'[row]]];
  await context.sync();
  const single = await second(context, sheet, 0);
  sheet.getRangeByIndexes(1, 1, 6, 1).values = [...'ABCDEF'].map((letter) => [letter]);
  await context.sync();
  const grid = await second(context, sheet, 0);
  table.autoFilter.clearCriteria();
  await context.sync();
  return { holds: single === 'abcdef', saw: `cells ${single}; grid ${grid}` };
};

/** Reckoned with: a filter can be lifted, rows deleted, and the filter put back. */
export const filteredDelete: Probe = async (context, sheet) => {
  const top = 20;
  const table = await filtered(context, sheet, top);
  const rows = async () => {
    const used = table.getRange();
    used.load('rowCount');
    await context.sync();
    return used.rowCount - 1;
  };
  const whole = (row: number) => sheet.getRange(`${row}:${row}`);
  const first = await refusal(async () => {
    whole(top + 4).delete('Up');
    await context.sync();
  });
  const under = await rows();
  const filter = table.autoFilter;
  filter.load('criteria');
  await context.sync();
  const [criteria] = filter.criteria;
  filter.clearCriteria();
  await context.sync();
  whole(top + 4).delete('Up');
  await context.sync();
  const lifted = await rows();
  const back = await refusal(async () => {
    filter.apply(table.getRange(), 0, { filterOn: 'Values', values: criteria?.values ?? [] });
    await context.sync();
  });
  filter.load('isDataFiltered');
  await context.sync();
  const isBack = back === null && filter.isDataFiltered;
  filter.clearCriteria();
  await context.sync();
  return {
    holds: lifted === under - 1 && isBack,
    saw: `filtered: ${first ?? 'no error'}, ${under} rows of 6; lifted: ${lifted}; put back: ${back ?? isBack}`,
  };
};
