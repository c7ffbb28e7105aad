/** What a key may do; a reporter's is of one unit. */
export const roles = ['reporter', 'officer', 'admin', 'viewer'] as const;
export type Role = (typeof roles)[number];
