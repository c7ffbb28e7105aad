import type { WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookOutcome } from '../../../shared/wire/workbookOutcome.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { xlsxOf, type FixtureCell } from '../documents/xlsx.ts';
import { nextPushId } from './clerk.ts';
import type { Answer, Client } from './client.ts';

export interface UploadFile {
  bytes: Uint8Array;
  name: string;
}

export const ledgerHeader = ['序号', '工作安排', '完成情况', '完成数量', '完成时间', '工作开展情况'];

/** A clerk's file with one sheet: a title, a header, and rows of cells. */
export async function ledgerOf(
  rows: readonly (readonly FixtureCell[])[],
  { header = ledgerHeader, name = '台账.xlsx', sheet = '台账' } = {},
): Promise<UploadFile> {
  return { bytes: await xlsxOf([{ name: sheet, grid: [['危化品工作台账'], header, ...rows] }]), name };
}

/** A form as a browser sends it. */
export async function formOf(
  { bytes, name }: UploadFile,
  answers?: WorkbookAnswers,
): Promise<{ body: Uint8Array; type: string }> {
  const form = new FormData();
  form.set('file', new File([bytes as never], name));
  if (answers !== undefined) form.set('answers', JSON.stringify(answers));
  const request = new Response(form);
  return {
    body: new Uint8Array(await request.arrayBuffer()),
    type: request.headers.get('content-type')!,
  };
}

async function upload<T>(
  client: Client,
  query: string,
  file: UploadFile,
  answers?: WorkbookAnswers,
): Promise<Answer<T>> {
  const { body, type } = await formOf(file, answers);
  return client.send<T>('POST', `/v1/workbooks${query}`, body, { 'content-type': type });
}

/** What a file would report. */
export const propose = (
  client: Client,
  file: UploadFile,
  answers?: WorkbookAnswers,
  query = '',
): Promise<Answer<WorkbookProposal>> =>
  upload<WorkbookProposal>(client, `?dryRun=true${query}`, file, answers);

/** What is sent of a proposal: all that is ready, as it was seen. */
export function confirming(
  { file, reports }: WorkbookProposal,
  answers: WorkbookAnswers = {},
  pushId = nextPushId(),
): WorkbookAnswers {
  const ready = reports.filter(({ state }) => state === 'ready');
  const rows = ready.map(({ key, base, values }) => ({ key: key!, base, values }));
  return { ...answers, confirmed: { pushId, sha256: file.sha256, rows } };
}

/** Every open question answered as it is proposed. */
export function asProposed({ sheets, reports }: WorkbookProposal): WorkbookAnswers {
  return {
    sheets: sheets.map(({ name, columns, matches }) => ({
      sheet: name,
      columns: columns
        .filter(({ confidence }) => confidence === 'ask')
        .map(({ column, role }) => ({ column, role })),
      matches: matches
        .filter(({ confidence }) => confidence === 'ask')
        .map(({ row, item, code }) => ({ row, item, code })),
    })),
    reports: reports
      .filter(({ state }) => state === 'asked')
      .map(({ id, period, periods, questions }) => ({
        id,
        isConfirmed: true,
        ...(period !== null && periods.length > 1 && { period }),
        values: Object.fromEntries(
          questions
            .filter(({ about }) => !['period', 'report', 'match', 'columns', 'twice'].includes(about))
            .map(({ about, proposal }) => [about, proposal]),
        ),
      })),
  };
}

export const send = (
  client: Client,
  file: UploadFile,
  answers: WorkbookAnswers,
  query = '',
): Promise<Answer<WorkbookOutcome>> => upload<WorkbookOutcome>(client, query, file, answers);
