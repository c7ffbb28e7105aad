import { join } from 'node:path';
import { bareTable } from '../data/bareRows.ts';
import { publishLists } from '../data/seed.ts';
import type { Bundles } from '../serve/bundle.ts';
import { open, type Served } from '../serve/open.ts';

/** What the pushes run against: the built product and the two floors that are Workers, each with a D1 of its own. */
export interface Servers {
  folder: string;
  product: Served;
  bare: Served;
  sameWrites: Served;
  close(): Promise<void>;
}

export async function openServers(bundles: Bundles, folder: string): Promise<Servers> {
  const product = await open(bundles.product, join(folder, 'product'), false);
  await publishLists(product);
  const bare = await open(bundles.bare, join(folder, 'bare'), false);
  await bare.db.prepare(bareTable).run();
  // The floor's database gets its lists from the product's app, which then leaves it to the floor.
  const filler = await open(bundles.product, join(folder, 'sameWrites'), false);
  await publishLists(filler);
  await filler.close();
  const sameWrites = await open(bundles.sameWrites, join(folder, 'sameWrites'), false);
  const close = async () => {
    for (const each of [product, bare, sameWrites]) await each.close();
  };
  return { folder, product, bare, sameWrites, close };
}
