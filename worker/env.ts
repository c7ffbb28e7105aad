import type { AppEnv } from './http/appEnv.ts';

/** Bindings of the Worker, as in wrangler.toml. */
export interface Bindings {
  DB: D1Database;
  /** Pane and pages, served from the API's own origin. */
  ASSETS?: Fetcher;
  /** Requests per access key; absent where nothing is limited. */
  RATE_LIMITER?: RateLimit;
}

export type { AppEnv };
