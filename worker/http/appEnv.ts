import type { Clock } from '../clock/clock.ts';
import type { Bindings } from '../env.ts';
import type { Access } from '../keys/access.ts';
import type { Identity } from '../keys/authenticate.ts';

/** What Hono hands to every handler. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    /** Who is asking; set by `authenticate`. */
    access: Access;
    /** The server's clock, real or demo. */
    clock: Clock;
    /** Whether the database was asked for these; else this isolate only remembers them. */
    proven: boolean;
    /** Asks the database anew who is asking. */
    prove: () => Promise<Identity>;
  };
}
