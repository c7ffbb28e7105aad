/** The pages that a key of the bureau opens, in the order in which every one of them names them. */
export const bureauPages = [
  { address: '/bureau', name: 'progressPage' },
  { address: '/lists', name: 'listsPage' },
] as const;
