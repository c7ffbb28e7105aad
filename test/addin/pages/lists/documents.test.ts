import { describe, expect, it, test } from 'vitest';
import { documentOf, fileType, textDocument } from '../../../../addin/pages/lists/model/documents.ts';

const transfer = (data: Record<string, string>, files: File[] = []) => ({
  files,
  getData: (format: string) => data[format] ?? '',
});
const file = (name: string) => new File(['x'], name);

describe('I13: taking a list in', () => {
  test.each([
    ['清单.xlsx', /spreadsheetml/],
    ['清单.DOCX', /wordprocessingml/],
    ['旧.xls', /spreadsheetml/],
    ['旧.doc', /wordprocessingml/],
    ['a.b.html', /^text\/html$/],
    ['清单.txt', /^text\/plain$/],
    ['扫描.pdf', /^text\/plain$/],
    ['没有扩展名', /^text\/plain$/],
  ])('the file %s', (name, type) => expect(fileType(name)).toMatch(type));

  it('Excel’s cells are taken as a table, not as the picture that comes with them', () => {
    const html = '<html><table><tr><td>类别</td></tr></table></html>';
    expect(documentOf(transfer({ 'text/html': html, 'text/plain': '类别' }, [file('image.png')]))).toEqual({
      name: null,
      contentType: 'text/html',
      body: html,
    });
  });

  it('HTML without a table is taken as its text; a file by its name', () => {
    const styled = { 'text/html': '<b>类别</b>', 'text/plain': '类别\t序号' };
    expect(documentOf(transfer(styled))?.contentType).toBe('text/tab-separated-values');
    expect(documentOf(transfer({ 'text/plain': '一行文字' }))?.contentType).toBe('text/plain');
    expect(documentOf(transfer({}, [file('清单.docx')]))).toMatchObject({ name: '清单.docx' });
    expect(documentOf(transfer({ 'text/plain': ' \n' }))).toBeNull();
    expect(textDocument('a\tb').contentType).toBe('text/tab-separated-values');
  });
});
