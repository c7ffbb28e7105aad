/**
 * The protocol by which pane, pages and API talk: what `/v1` takes and answers. A client says in a header which version
 * it speaks. One that the server no longer speaks, or does not speak yet, is told so before anything else is read.
 */
export const protocol = {
  header: 'taizhang-protocol',
  version: 35,
  /** The oldest version whose clients still understand every answer. */
  oldest: 19,
} as const;
