import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Nothing is asserted by time: this only ends a test that hangs, on however busy a machine. */
const testTimeout = 120_000;

/** Everything, or the everyday share of it (test/support/thorough.ts). */
const provide = { thorough: process.env['THOROUGH'] === '1' };

/** Projects: plain Node; local servers, files and processes; workerd with real D1 and the real migrations; the fuzz, likewise; real Chromium. */
export default defineConfig(async () => ({
  test: {
    // Most tests wait for servers and databases half of their time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          provide,
          testTimeout,
          hookTimeout: testTimeout,
          include: ['test/shared/**/*.test.ts', 'test/addin/**/*.test.ts'],
          // Two processes for all files: half of the time went into loading the same modules for each.
          isolate: false,
        },
      },
      {
        test: {
          name: 'local',
          provide,
          testTimeout,
          hookTimeout: testTimeout,
          include: ['test/local/**/*.test.ts', 'test/kill/**/*.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations('migrations') } },
          }),
        ],
        test: {
          name: 'workerd',
          provide,
          testTimeout,
          hookTimeout: testTimeout,
          include: ['test/worker/**/*.test.ts'],
          // One workerd for many files: half of the time went into starting it and loading the same modules for each.
          isolate: false,
          setupFiles: ['test/support/applyMigrations.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: './test/fuzz/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                FUZZ_D1: process.env['FUZZ_D1'] ?? '',
                FUZZ_SHRINK: process.env['FUZZ_SHRINK'] ?? '',
                FUZZ_START: process.env['FUZZ_START'] ?? '',
                FUZZ_SEEDS: process.env['FUZZ_SEEDS'] ?? '',
                FUZZ_API_RUNS: process.env['FUZZ_API_RUNS'] ?? '',
                FUZZ_API_SEED: process.env['FUZZ_API_SEED'] ?? '',
                THOROUGH: process.env['THOROUGH'] ?? '',
              },
              durableObjects: { STORE: { className: 'Store', useSQLite: true } },
            },
          }),
        ],
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          setupFiles: ['test/support/applyMigrations.ts'],
          testTimeout: 3_600_000,
        },
      },
      {
        test: {
          name: 'browser',
          provide,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/browser/setup.ts'],
          // What is waited for comes; only a page that hangs takes so long.
          expect: { poll: { timeout: 30_000 } },
          testTimeout,
          hookTimeout: testTimeout,
          isolate: false,
        },
      },
    ],
  },
}));
