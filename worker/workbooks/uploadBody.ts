import { workbookAnswers, type WorkbookAnswers } from '../../shared/wire/workbookAnswers.ts';
import { parseJson } from '../http/jsonBounds.ts';
import { invalidAt, invalidRequest } from '../problems/invalidRequest.ts';

const longestName = 200;

/** Sheets and answers of an upload. */
export interface UploadBody {
  bytes: Uint8Array;
  name: string;
  answers: WorkbookAnswers;
}

const missing = (pointer: string, zh: string, en: string) => invalidAt([{ pointer, zh, en }]);

function answersOf(text: string): WorkbookAnswers {
  const read = workbookAnswers.safeParse(parseJson(text));
  if (!read.success) throw invalidRequest(read.error.issues, 'json');
  return read.data;
}

/** The last part of a path, without what no file's name may hold. */
function fileName(given: string | undefined): string {
  const name = (given ?? '').split(/[\\/]/u).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- controls are what is taken out
  return name.replace(/[\u0000-\u001f\u007f]/gu, '').slice(-longestName) || '台账';
}

/**
 * An upload: a form with the parts `file` and, if need be, `answers`; or the file alone, with its name in the address. A form that
 * cannot be read is told as such.
 * @throws Problem `invalid-request`, `malformed-json`, `json-too-large`.
 */
export async function readUploadBody(request: Request, named: string | undefined): Promise<UploadBody> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^\s*multipart\/form-data/iu.test(type))
    return { bytes: new Uint8Array(await request.arrayBuffer()), name: fileName(named), answers: {} };
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw missing(
      '#',
      '表单无法读取：各部分的分隔不完整',
      'The form cannot be read: its parts are not separated',
    );
  }
  const file = form.get('file');
  if (file === null || typeof file === 'string')
    throw missing('#/file', '表单中没有文件（file）', 'The form has no file (file)');
  const answers = form.get('answers');
  if (answers !== null && typeof answers !== 'string')
    throw missing('#/answers', 'answers 应为 JSON 文字', 'answers is to be JSON text');
  return {
    bytes: new Uint8Array(await (file as File).arrayBuffer()),
    name: fileName(named ?? (file as File).name),
    answers: answers === null ? {} : answersOf(answers),
  };
}
