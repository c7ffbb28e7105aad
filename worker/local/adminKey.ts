import { mintAccessKey } from '../identity/accessKey.ts';
import { LocalProblem, runCommand } from './localProblem.ts';

/**
 * Mints a deployment's first administrator key and prints the command that stores its hash. The key itself
 * is shown here and nowhere else.
 */
await runCommand(async () => {
  const [holder = '', ...more] = process.argv.slice(2);
  // It stands in SQL, and that in a command: only what is quoted in neither.
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ·.-]{0,39}$/u.test(holder) || more.length > 0) {
    throw new LocalProblem(
      '用法：node worker/local/adminKey.ts 姓名（密钥发给谁），例如 node worker/local/adminKey.ts 陈敏',
      'Usage: node worker/local/adminKey.ts NAME, of the person to whom the key is issued',
    );
  }
  const { id, key, sha256 } = await mintAccessKey();
  const sql =
    'INSERT INTO access_keys (id, sha256, role, unit_id, label, holder, created_at) ' +
    `VALUES ('${id}', '${sha256}', 'admin', NULL, 'first administrator', '${holder}', ${Date.now()})`;
  console.log(`管理员密钥（请妥善保存，只显示这一次）· The administrator’s key, shown this once:

  ${key}

存入数据库 · Store it in the database:

  npx wrangler d1 execute DB --remote --command "${sql}"
`);
});
