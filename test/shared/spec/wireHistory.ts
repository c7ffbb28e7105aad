/** One state of the wire: every line that was ever published stays. */
export interface WireVersion {
  /** Counts up by one. */
  version: number;
  /** The day on which it came into force. */
  since: string;
  /** Whether a client of the version before goes on working against it. */
  compatible: boolean;
  /** What changed, for whoever writes a client. */
  what: string;
  /** SHA-256 over the schemas. */
  hash: string;
}

/** The protocol's history, the oldest first; the last line is the version in force. */
export const wireHistory: readonly WireVersion[] = [
  {
    version: 1,
    since: '2026-11-24',
    compatible: true,
    what: 'Sheet, push and its answer, progress, obligations; task list, roster, settings.',
    hash: 'b0e87db699f68a7b63dd41cc429a8b78f206eca6f995e8c85ce11a3de74fa276',
  },
];
