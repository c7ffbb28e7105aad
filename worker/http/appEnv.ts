import type { Clock } from '../clock/clock.ts';
import type { Bindings } from './bindings.ts';
import type { Access } from '../identity/access.ts';
import type { FailureLine } from '../problems/failureLine.ts';
import type { KeyClaim, LastChange } from '../identity/claim.ts';

/** What Hono hands to every handler. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    /** Names the request in answer, problem and log; set before anything else. */
    requestId: string;
    /** What went wrong; set by the door of errors, for the log. */
    failure?: FailureLine;
    /** Who is asking; set by `authenticate`. */
    access: Access;
    /** The server's clock, real or demo; set by `authenticate`. */
    clock: Clock;
    /** The last change that was stored when the key was asked for; set by `authenticate`. */
    change: LastChange;
    /** What the request says of its key; set by `claimKey`. */
    claim: KeyClaim;
    /** Counts the request by its key once that is confirmed; set by `claimKey`. */
    admit: (keyId: string) => Promise<void>;
    /** Nothing that the request showed has opened anything: it counts for the network that it came from. */
    stranger?: boolean;
  };
}
