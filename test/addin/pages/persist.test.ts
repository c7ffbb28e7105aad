import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StoredWorkbook } from '../../../addin/pages/workbook/persist.ts';
import { rename } from '../../../addin/pages/workbook/shelf.ts';

/** What IndexedDB holds, and whether it is full. */
const { held, storage } = vi.hoisted(() => ({
  held: new Map<string, unknown>(),
  storage: { isFull: false },
}));

vi.mock('idb-keyval', () => ({
  createStore: () => null,
  get: async (name: string) => held.get(name),
  keys: async () => [...held.keys()],
  del: async (name: string) => void held.delete(name),
  set: async (name: string, value: unknown) => {
    if (storage.isFull) throw new DOMException('full', 'QuotaExceededError');
    held.set(name, value);
  },
}));
vi.mock('../../../addin/workbook/univer.ts', () => ({ readSnapshot: () => ({ state: null, rows: [] }) }));

const left = new Map<string, string>();

beforeEach(() => {
  held.clear();
  left.clear();
  storage.isFull = false;
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener() {} });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => left.get(name) ?? null,
    setItem: (name: string, value: string) => left.set(name, value),
    removeItem: (name: string) => left.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A tab that has a workbook, and another that asks for it; resolves with what becomes of it. */
async function ask(name: string): Promise<'let go' | 'refused'> {
  const stored = new StoredWorkbook(name);
  stored.keep({ snapshot: () => 'all rows', onDirty: () => () => {} });
  const other = new BroadcastChannel('taizhang-workbook');
  try {
    return await new Promise((resolve) => {
      other.addEventListener('message', ({ data }) => data === `refused:${name}` && resolve('refused'));
      stored.onAsked(() => resolve('let go'));
      other.postMessage(name);
    });
  } finally {
    other.close();
  }
}

test('L1: a workbook is saved before another tab has it', async () => {
  expect(await ask('2024/a')).toBe('let go');
  expect(held.get('2024/a')).toBe('all rows');
});

test('L1: what cannot be saved is not let go', async () => {
  storage.isFull = true;
  expect(await ask('2024/b')).toBe('refused');
});

test('L1: a workbook that cannot be saved under its new name keeps the old one', async () => {
  vi.stubGlobal('navigator', {});
  held.set('/', 'some rows');
  const stored = new StoredWorkbook('/');
  stored.keep({ snapshot: () => 'all rows', onDirty: () => () => {} });
  storage.isFull = true;
  expect(await stored.become('2024/c')).toBe(true);
  expect(stored.name).toBe('/');
  expect(held.get('/')).toBe('some rows');
});

test('L1: a workbook under another name takes along what a page that went away has left of it', async () => {
  held.set('/', 'some rows');
  left.set('taizhang-unsaved:/', JSON.stringify('all rows'));
  await rename('/', '2024/d');
  expect([...held]).toEqual([['2024/d', 'all rows']]);
  expect(left.size).toBe(0);
  expect(await new StoredWorkbook('2024/d').load()).toBe('all rows');
});
