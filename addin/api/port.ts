import type { LedgerMemories } from '../../shared/wire/ledgerMemories.ts';
import type { LedgerMemoryBody } from '../../shared/wire/ledgerMemoryBody.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { PushAnswer } from '../../shared/wire/pushAnswer.ts';
import type { ListFacts } from './listFacts.ts';
import type { Me } from '../../shared/wire/me.ts';

/** What the flows ask of the server. Every call either answers or throws an `ApiProblem`. */
export interface Api {
  me(): Promise<Me>;
  /** The unit's ledger: whole without a cursor, else what changed since. Without a year, the newest list. */
  sheet(from: { year?: number; cursor?: string }): Promise<Sheet>;
  /** The arrangements and names of all units, against which a clerk's own ledger is read. */
  listFacts(year: number): Promise<ListFacts>;
  /** What the unit has confirmed of its own tables, the newest first. */
  ledgerMemories(): Promise<LedgerMemories['shapes']>;
  /** Keeps what was confirmed of a shape; another that was kept in between stands. */
  keepLedgerMemory(shape: string, kept: LedgerMemoryBody): Promise<void>;
  /** Sends a push to the list of that year. Its body was made once: the same text goes out again after a lost answer (S2). */
  push(year: number, body: string): Promise<PushAnswer>;
}

/** Opens the API with an access key. */
export type OpenApi = (key: string) => Api;
