import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';
import { unsyncedOf } from '../../flows/unsynced.ts';
import { readSnapshot, type Snapshot } from '../../workbook/univer.ts';
import type { Kept } from './choose.ts';
import { forgetLeft, readLeft } from './left.ts';

/** The workbooks that this browser keeps. */
export const shelf: UseStore = createStore('taizhang', 'workbooks');

/** Those that hold a ledger, each with its owner and the number of rows that are not synced. */
export async function keptWorkbooks(): Promise<Kept[]> {
  const names = (await keys<string>(shelf)).filter((name) => typeof name === 'string');
  const found = await Promise.all(names.map(lookInto));
  return found.filter((each) => each !== null);
}

async function lookInto(name: string): Promise<Kept | null> {
  const snapshot = await get<Snapshot>(name, shelf);
  if (!snapshot) return null;
  try {
    const { state, rows } = readSnapshot(snapshot);
    const about = unsyncedOf(state, rows);
    return about && { name, ...about };
  } catch {
    // What cannot be read stays where it is.
    return null;
  }
}

/** Keeps a workbook under another name from now on, with what a page that went away has left of it. */
export async function rename(from: string, to: string): Promise<void> {
  await set(to, readLeft(from) ?? (await get(from, shelf)), shelf);
  await del(from, shelf);
  forgetLeft(from);
}
