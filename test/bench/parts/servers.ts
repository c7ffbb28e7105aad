import { join } from 'node:path';
import { publishLists } from '../data/seed.ts';
import type { Bundles } from '../serve/bundle.ts';
import { open, type Served } from '../serve/open.ts';

/** What is asked: the built product and its floors, each with a D1 of its own. */
export interface Servers {
  folder: string;
  product: Served;
  floor: Served;
  /** The id of an access key of the floor's. */
  floorKey: string;
  close(): Promise<void>;
}

export async function openServers(bundles: Bundles, folder: string): Promise<Servers> {
  const product = await open(bundles.product, join(folder, 'product'), false);
  await publishLists(product);
  // The floor's database gets its lists from the product's app, which then leaves it to the floor.
  const filler = await open(bundles.product, join(folder, 'floor'), false);
  const admin = await publishLists(filler);
  await filler.close();
  const floor = await open(bundles.floor, join(folder, 'floor'), false);
  const close = async () => {
    for (const each of [product, floor]) await each.close();
  };
  return { folder, product, floor, floorKey: admin.split('_')[1]!, close };
}
