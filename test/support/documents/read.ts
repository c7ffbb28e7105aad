import { reportInto } from '../../../shared/import/diagnostics/catalogue.ts';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import { readDocumentGrid } from '../../../worker/documents/readDocument.ts';
import { docxOf } from './docx.ts';
import { types } from './forms.ts';
import { xlsxOf } from './xlsx.ts';

export const title = '2025年某区危险化学品安全工作任务清单';
export const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位'];

/** A document as it is read: its grid, what was told of it, and the list that is made of it. */
export async function read(bytes: Uint8Array, type: string) {
  const told: Diagnostic[] = [];
  const grid = await readDocumentGrid(bytes, type, reportInto(told));
  const { taskList, diagnostics } = parseTaskList(grid);
  const arrangements = (taskList?.tasks ?? []).flatMap((task) => task.arrangements);
  return {
    grid,
    told: told.map(({ code, zh }) => `${code} ${zh}`),
    codes: told.map(({ code }) => code),
    tasks: taskList?.tasks ?? [],
    texts: arrangements.map(({ printedNumber, text }) => [printedNumber, text]),
    diagnostics,
  };
}
export const readXlsx = async (...sheets: Parameters<typeof xlsxOf>[0][number][]) =>
  read(await xlsxOf(sheets), types.xlsx);
export const readDocx = async (body: string) => read(await docxOf(body), types.docx);
export const readHtml = (html: string, type: string = types.html) =>
  read(new TextEncoder().encode(html), type);
