import { writeFileSync } from 'node:fs';
import { manifestFor } from '../../shared/manifest/manifest.ts';
import { readOrigin } from '../../shared/manifest/origin.ts';
import { LocalProblem, runCommand } from './localProblem.ts';

/**
 * The manifest of a deployment at `address`.
 * @throws LocalProblem for an address that Office would not load from.
 */
export function manifestAt(address: string | undefined): string {
  const origin = readOrigin(address ?? '');
  if (origin !== null) return manifestFor(origin);
  throw new LocalProblem(
    `“${address ?? ''}”不是部署地址。请写成 https://主机名，可带端口，后面不要有斜杠或路径（http 只能用于 localhost）：npm run manifest -- https://taizhang.example.cn`,
    `“${address ?? ''}” is no deployment’s address. Write https://host, with a port if need be, and no slash or path after it (http for localhost only): npm run manifest -- https://taizhang.example.cn`,
  );
}

/** `npm run manifest -- https://host [file]`: writes manifest.xml, or another file; `-` writes to the terminal. */
if (import.meta.main) {
  await runCommand(async () => {
    const [address, file = 'manifest.xml'] = process.argv.slice(2);
    const xml = manifestAt(address);
    if (file === '-') process.stdout.write(xml);
    else {
      writeFileSync(file, xml);
      console.log(`${file}：清单已写好。The manifest is written.`);
    }
  });
}
