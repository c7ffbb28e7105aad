import { LocalProblem, runCommand } from './localProblem.ts';
import { migrationNames } from './migrate.ts';
import { makeStrict } from './strictMigrations.ts';
import { runTool } from './tool.ts';

/** `npm run migration -- name`: writes the migration that brings the database to the tables in worker/. */
if (import.meta.main) {
  await runCommand(async () => {
    const [name = '', ...more] = process.argv.slice(2);
    if (!/^[a-z][a-z0-9_]*$/u.test(name) || more.length > 0) {
      throw new LocalProblem(
        '用法：npm run migration -- 名称（小写英文字母、数字和下划线），例如 npm run migration -- row_reviews',
        'Usage: npm run migration -- name (lower-case letters, digits, underscores), for example npm run migration -- row_reviews',
      );
    }
    const before = new Set(migrationNames());
    // It asks at the terminal where a column may have been renamed.
    const { ok } = await runTool('drizzle-kit', ['generate', '--name', name], { show: true });
    const made = migrationNames().filter((each) => !before.has(each));
    if (!ok) throw new LocalProblem('未能生成迁移（见上）。', 'No migration could be made (see above).');
    if (made.length === 0) {
      console.log('表没有变化，无需迁移。\nThe tables are as the migrations make them: nothing to do.');
      return;
    }
    made.forEach(makeStrict);
    console.log(
      `已写好 migrations/${made[0]}。请读一遍；下次启动时应用。\nmigrations/${made[0]} is written. Read it; the next start applies it.`,
    );
  });
}
