import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepLooking } from '../../../addin/pane/keepLooking.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('S12.14: it looks on a slow beat while the pane is seen, when somebody comes, and when it is left', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const frame = new EventTarget();
  const look = vi.fn();
  const end = keepLooking(look, page as unknown as Document, frame as unknown as Window);
  vi.advanceTimersByTime(60_000);
  expect(look).toHaveBeenCalledTimes(4);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(60_000);
  expect(look).toHaveBeenCalledTimes(5);
  frame.dispatchEvent(new Event('focus'));
  frame.dispatchEvent(new Event('pagehide'));
  expect(look).toHaveBeenCalledTimes(7);
  end();
  frame.dispatchEvent(new Event('focus'));
  page.visibilityState = 'visible';
  vi.advanceTimersByTime(60_000);
  expect(look).toHaveBeenCalledTimes(7);
});
