/** Bindings of the Worker, as in wrangler.toml. */
export interface Bindings {
  DB: D1Database;
  /** Pane and pages, served from the API's own origin. */
  ASSETS?: Fetcher;
  /** Requests per confirmed access key; absent where nothing is limited. */
  KEY_RATE_LIMITER?: RateLimit;
  /** Requests without a valid key, per network; absent where nothing is limited. */
  ADDRESS_RATE_LIMITER?: RateLimit;
  /** `1` in the local server: reminders may be sent to programs on the own computer. */
  LOCAL_SERVER?: string;
  /** Seconds that a robot has to answer a reminder, 1 to 60; 10 where it is not set. */
  REMINDER_TIMEOUT?: string;
}
