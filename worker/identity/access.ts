export const roles = ['reporter', 'officer', 'admin', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who is asking: the key, its role, and a reporter's unit. */
export interface Access {
  keyId: string;
  role: Role;
  unitId: string | null;
}
