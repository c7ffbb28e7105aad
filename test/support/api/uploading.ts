import type { WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookOutcome } from '../../../shared/wire/workbookOutcome.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { xlsxOf, type FixtureCell } from '../documents/xlsx.ts';
import { confirmed, formOf, type UploadFile } from '../ledgers/answering.ts';
import { nextPushId } from './clerk.ts';
import type { Answer, Client } from './client.ts';

export { asProposed, formOf, type UploadFile } from '../ledgers/answering.ts';

export const ledgerHeader = ['序号', '工作安排', '完成情况', '完成数量', '完成时间', '工作开展情况'];

/** A clerk's file with one sheet: a title, a header, and rows of cells. */
export async function ledgerOf(
  rows: readonly (readonly FixtureCell[])[],
  { header = ledgerHeader, name = '台账.xlsx', sheet = '台账' } = {},
): Promise<UploadFile> {
  return { bytes: await xlsxOf([{ name: sheet, grid: [['危化品工作台账'], header, ...rows] }]), name };
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
export const confirming = (
  proposal: WorkbookProposal,
  answers: WorkbookAnswers = {},
  pushId = nextPushId(),
): WorkbookAnswers => confirmed(proposal, answers, pushId);

export const send = (
  client: Client,
  file: UploadFile,
  answers: WorkbookAnswers,
  query = '',
): Promise<Answer<WorkbookOutcome>> => upload<WorkbookOutcome>(client, query, file, answers);
