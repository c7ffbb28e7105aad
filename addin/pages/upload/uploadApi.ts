import type { WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import { workbookOutcome } from '../../../shared/wire/workbookOutcome.ts';
import { workbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { askFileWith, askWith } from '../../api/ask.ts';

/** A file as it was when it was chosen: it may be changed on the disk meanwhile. */
export interface ChosenFile {
  name: string;
  content: Blob;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function formOf({ name, content }: ChosenFile, answers: WorkbookAnswers): FormData {
  const form = new FormData();
  form.set('file', content, name);
  form.set('answers', JSON.stringify(answers));
  return form;
}

/** What the page asks of the API. Every call answers or throws an `ApiProblem`. */
export function uploadApi(key: string) {
  const ask = askWith(key);
  const file = askFileWith(key);
  const post = (chosen: ChosenFile, answers: WorkbookAnswers) => ({
    method: 'POST',
    body: formOf(chosen, answers),
  });
  return {
    propose: (chosen: ChosenFile, answers: WorkbookAnswers) =>
      ask(workbookProposal, '/workbooks?dryRun=true', post(chosen, answers)),
    send: (chosen: ChosenFile, answers: WorkbookAnswers) =>
      ask(workbookOutcome, '/workbooks', post(chosen, answers)),
    /** The same upload again, answered by the file. */
    marked: (chosen: ChosenFile, answers: WorkbookAnswers) => file('/workbooks', post(chosen, answers), xlsx),
    ledger: (unit: string) => file(`/workbooks/${unit}.xlsx`),
  };
}

export type UploadApi = ReturnType<typeof uploadApi>;
