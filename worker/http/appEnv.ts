import type { Clock } from '../clock/clock.ts';
import type { Bindings } from '../env.ts';
import type { Access } from '../keys/access.ts';
import type { KeyClaim } from '../keys/claim.ts';

/** What Hono hands to every handler. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    /** Who is asking; set by `authenticate`. */
    access: Access;
    /** The server's clock, real or demo; set by `authenticate`. */
    clock: Clock;
    /** What the request says of its key; set by `claimKey`. */
    claim: KeyClaim;
  };
}
