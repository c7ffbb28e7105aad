import { describe, expect, test } from 'vitest';
import { accepted, tableTypes } from '../../worker/tables/format.ts';

const { csv, xlsx, json } = tableTypes;

describe('B5.1: the Accept header decides the form, by quality and by the nearest range', () => {
  test.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['application/json, text/plain, */*', 'json'],
    [csv, 'csv'],
    ['TEXT/CSV; charset=utf-8', 'csv'],
    [xlsx, 'xlsx'],
    ['text/*', 'csv'],
    [`${csv};q=0.5, ${xlsx}`, 'xlsx'],
    [`${csv};q=0.5, ${xlsx};q=0.4`, 'csv'],
    [`${csv}, */*`, 'json'],
    [`${csv}, */*;q=0.1`, 'csv'],
    [`${json};q=0.2, ${csv};q=0.9`, 'csv'],
    [`${json};q=0, */*`, 'csv'],
    [`${csv};q=0, ${json};q=0, */*;q=0.3`, 'xlsx'],
    [`${csv};q=0`, 'json'],
    ['application/pdf', 'json'],
    [';;;,,q=', 'json'],
  ])('%s: %s', (header, format) => {
    expect(accepted(header)).toBe(format);
  });
});
