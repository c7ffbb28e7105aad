import { mintAccessKey } from '../identity/accessKey.ts';

/**
 * Mints a deployment's first administrator key and prints the command that stores its hash. The key itself
 * is shown here and nowhere else.
 */
const { id, key, sha256 } = await mintAccessKey();
const sql =
  'INSERT INTO access_keys (id, sha256, role, unit_id, label, created_at) ' +
  `VALUES ('${id}', '${sha256}', 'admin', NULL, 'first administrator', ${Date.now()})`;
console.log(`管理员密钥（请妥善保存，只显示这一次）· The administrator’s key, shown this once:

  ${key}

存入数据库 · Store it in the database:

  npx wrangler d1 execute DB --remote --command "${sql}"
`);
