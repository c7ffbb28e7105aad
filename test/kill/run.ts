import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkFile } from '../../worker/local/database.ts';
import { KillClient, type Written } from './client.ts';
import { KilledServer } from './server.ts';
import { copyOfTemplate } from '../support/template.ts';
import { LocalProblem, runCommand } from '../../worker/local/localProblem.ts';
import { seeded } from '../support/seeded.ts';

export interface KillTestOptions {
  rounds: number;
  seed: number;
  /** Kills a server now and then while it is still starting, too. */
  killStarts?: boolean;
  log?: (line: string) => void;
}

export interface KillTestResult {
  rounds: number;
  /** Pushes that were answered, and of them those that were asked for again after a kill. */
  answered: number;
  askedAgain: number;
  /** Pushes under way when the server was killed: sent again, and answered then. */
  unanswered: number;
  /** Versions that the answers promised, each found. */
  versions: number;
}

/**
 * Kills the local server with SIGKILL while clients push, starts it again, and looks for every push that was
 * answered: the same push sent again gets the same outcomes, every version that an outcome promised is there
 * with just its values, and no version is there twice or from nowhere (S2, S5).
 * @throws Error naming the seed, the round and what is missing.
 */
export async function killTest(options: KillTestOptions): Promise<KillTestResult> {
  const { rounds, seed, killStarts = false, log = () => {} } = options;
  const random = seeded(seed);
  const folder = await copyOfTemplate('empty', 'taizhang-kill-');
  const server = new KilledServer(folder);
  const written: Written = new Map();
  const result: KillTestResult = { rounds: 0, answered: 0, askedAgain: 0, unanswered: 0, versions: 0 };
  try {
    const { keys } = await server.start();
    const units = Object.keys(keys.reporters).slice(0, 5);
    const clients = units.map((unit) => new KillClient(keys.reporters[unit]!, unit, written, random));
    // The bureau enters rows for the first unit as well: two writers of the same rows.
    clients.push(new KillClient(keys.officer, units[0]!, written, random));
    for (const client of clients) await client.begin(server.url);

    for (let round = 1; round <= rounds; round += 1) {
      const moment = random() * 600;
      // Counted from the first answer, so that every kill falls among pushes.
      let kill: NodeJS.Timeout | null = null;
      const answered = () => {
        kill ??= setTimeout(() => server.kill(), moment);
      };
      await Promise.all(clients.map((client) => client.pushUntilKilled(server.url, answered)));
      await server.killed();
      if (killStarts && random() < 0.2) await server.startAndKill(200 + random() * 2000);
      await server.start();
      const counts = { answered: 0, unanswered: 0 };
      for (const client of clients) {
        const settled = await client.askAgain(server.url);
        counts.answered += settled.answered;
        counts.unanswered += settled.unanswered;
      }
      result.versions = await checkVersions(server.url, keys.viewer, written);
      result.rounds = round;
      result.answered += counts.answered;
      result.unanswered += counts.unanswered;
      log(
        `${round}: killed after ${moment.toFixed(0)} ms; ${counts.answered} answered, ${counts.unanswered} under way, ${result.versions} versions in all`,
      );
    }
    // What was answered in any round, not only in the last one.
    for (const client of clients) result.askedAgain += await client.askAllAgain(server.url);
    await server.stop();
    checkFile(folder);
    return result;
  } catch (error) {
    if (error instanceof LocalProblem) throw error;
    throw new Error(`kill test, seed ${seed}, round ${result.rounds + 1}: ${String(error)}`, {
      cause: error,
    });
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Detail {
  rows: {
    key: string;
    version: number | null;
    draft: { version: number } | null;
    revisions: { version: number; kind: string; values: { note: unknown } }[];
  }[];
}

/** Looks for every version that an answer promised, and for any that none did. Gives their number. */
export async function checkVersions(url: string, key: string, written: Written): Promise<number> {
  let found = 0;
  for (const [obligation, rows] of Map.groupBy(written, ([row]) => obligationOf(row))) {
    const response = await fetch(`${url}/v1/obligations/${obligation}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    if (!response.ok) throw new Error(`${obligation}: ${response.status} ${await response.text()}`);
    const detail = (await response.json()) as Detail;
    for (const [row, promised] of rows) {
      const stored = detail.rows.find((each) => each.key === row);
      const expected = [...promised].sort(([a], [b]) => a - b).map(([version, note]) => `${version} ${note}`);
      const there = (stored?.revisions ?? []).map(
        ({ version, values }) => `${version} ${String(values.note)}`,
      );
      if (there.join('\n') !== expected.join('\n')) {
        throw new Error(`${row}: stored ${JSON.stringify(there)}, answered ${JSON.stringify(expected)}`);
      }
      const newest = Math.max(stored?.version ?? 0, stored?.draft?.version ?? 0);
      if (newest !== expected.length) throw new Error(`${row}: stands at ${newest} of ${expected.length}`);
      found += expected.length;
    }
  }
  return found;
}

/** The obligation of a row: its key without indicator and check character. */
function obligationOf(row: string): string {
  return row.split('.').toSpliced(3, 1).slice(0, -1).join('.');
}

if (import.meta.main) {
  await runCommand(async () => {
    const { values } = parseArgs({
      options: { rounds: { type: 'string', default: '10' }, seed: { type: 'string' } },
    });
    const rounds = Number(values.rounds);
    const seed = Number(values.seed ?? Date.now() % 1_000_000);
    if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
      throw new LocalProblem(
        '用法：node test/kill/run.ts --rounds 100 --seed 1',
        'Usage: node test/kill/run.ts --rounds 100 --seed 1',
      );
    }
    console.log(`seed ${seed}`);
    const result = await killTest({ rounds, seed, killStarts: true, log: console.log });
    console.log(
      `${result.rounds} kills; ${result.answered} answered pushes, all found, ${result.askedAgain} asked for again; ${result.unanswered} under way, all settled; ${result.versions} versions, none twice`,
    );
  });
}
