/** A document as it goes to the API. */
export interface ListDocument {
  /** The file's name; `null` for what was pasted. */
  name: string | null;
  contentType: string;
  body: Blob | string;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** By the name's ending. Old formats go as their successors, so that the server says how to save them anew. */
const types: Readonly<Record<string, string>> = {
  xlsx,
  xlsm: xlsx,
  xls: xlsx,
  et: xlsx,
  docx,
  docm: docx,
  doc: docx,
  wps: docx,
  htm: 'text/html',
  html: 'text/html',
  tsv: 'text/tab-separated-values',
};

/** Endings that the file chooser offers. */
export const chosenEndings = '.xlsx,.docx,.txt,.tsv,.html,.htm';

/** What a file is sent as. What has another ending is sent as text: the server looks at the bytes, and says what it is. */
export function fileType(name: string): string {
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  return types[ending] ?? 'text/plain';
}

/** What a clipboard or a drop holds, as far as it matters here. */
export interface Transfer {
  files: ArrayLike<File>;
  getData(format: string): string;
}

/** The document that was pasted or dropped: a file, else a table as HTML, else text; `null` where there is nothing. */
export function documentOf(transfer: Transfer): ListDocument | null {
  const html = transfer.getData('text/html');
  // Excel puts a picture of the cells beside them: the table says more.
  if (/<table[\s>]/iu.test(html)) return { name: null, contentType: 'text/html', body: html };
  const file = transfer.files[0];
  if (file) return fileDocument(file);
  const text = transfer.getData('text/plain');
  return text.trim() === '' ? null : textDocument(text);
}

export const fileDocument = (file: File): ListDocument => ({
  name: file.name,
  contentType: fileType(file.name),
  body: file,
});

export const textDocument = (text: string): ListDocument => ({
  name: null,
  contentType: text.includes('\t') ? 'text/tab-separated-values' : 'text/plain',
  body: text,
});
