import type { WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';

export interface UploadFile {
  bytes: Uint8Array;
  name: string;
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

/** What is sent of a proposal: all that is ready, as it was seen. */
export function confirmed(
  { file, reports }: WorkbookProposal,
  answers: WorkbookAnswers,
  pushId: string,
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
