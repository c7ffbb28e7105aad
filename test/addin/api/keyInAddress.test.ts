import { afterEach, expect, test, vi } from 'vitest';
import { takeKeyFromAddress } from '../../../addin/api/keyInAddress.ts';

afterEach(() => vi.unstubAllGlobals());

function at(hash: string, replaceState: ((...call: unknown[]) => void) | null) {
  const location = { pathname: '/workbook.html', search: '?unit=xuejia', hash };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { replaceState });
  return location;
}

test('the key of a link is taken once and leaves the address bar', () => {
  const replaceState = vi.fn<(...call: unknown[]) => void>();
  at('#key=tz_1_abc&row=5', replaceState);
  expect(takeKeyFromAddress()).toBe('tz_1_abc');
  expect(replaceState).toHaveBeenCalledWith(null, '', '/workbook.html?unit=xuejia#row=5');
});

test('where Office.js has taken history away, the hash is emptied', () => {
  const location = at('#key=tz_1_abc', null);
  expect(takeKeyFromAddress()).toBe('tz_1_abc');
  expect(location.hash).toBe('');
});

test('an address without a key is left alone', () => {
  const replaceState = vi.fn<(...call: unknown[]) => void>();
  at('#row=5', replaceState);
  expect(takeKeyFromAddress()).toBeNull();
  expect(replaceState).not.toHaveBeenCalled();
});
