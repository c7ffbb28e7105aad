import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runTool } from '../../../worker/local/tool.ts';

export interface Bundles {
  product: string;
  /** The product's app with its database metered. */
  probe: string;
  floor: string;
  /** The product's app with its database in another process, and that process. */
  apart: string;
  store: string;
}

/**
 * The built Worker, copied so that a build meanwhile does no harm, and the bench's own, bundled by the tool
 * that bundles the product.
 */
export async function bundle(folder: string): Promise<Bundles> {
  const config = readFileSync(join(projectFolder, 'wrangler.toml'), 'utf8');
  const made = await Promise.all(
    (['probe', 'floor', 'apart', 'store'] as const).map(async (name) => {
      const out = join(folder, 'bundles', name);
      const entry = join(projectFolder, `test/bench/workers/${name}.mts`);
      const date = /compatibility_date = "([^"]+)"/.exec(config)?.[1] ?? '';
      const args = ['deploy', entry, '--dry-run', '--outdir', out, '--name', name.toLowerCase()];
      // A folder without a configuration: these Workers have no site.
      mkdirSync(out, { recursive: true });
      const { ok, output } = await runTool('wrangler', [...args, '--compatibility-date', date], { cwd: out });
      if (!ok) throw new Error(output);
      return [name, join(out, `${name}.js`)] as const;
    }),
  );
  const product = join(folder, 'bundles/product');
  mkdirSync(product, { recursive: true });
  copyFileSync(join(projectFolder, 'dist/worker/index.js'), join(product, 'index.js'));
  return { product: join(product, 'index.js'), ...Object.fromEntries(made) } as unknown as Bundles;
}
