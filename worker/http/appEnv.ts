import type { Clock } from '../clock/clock.ts';
import type { Bindings } from '../env.ts';
import type { Access } from '../keys/access.ts';

/** What Hono hands to every handler. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    /** Who is asking; set by `authenticate`. */
    access: Access;
    /** The server's clock, real or demo. */
    clock: Clock;
  };
}
