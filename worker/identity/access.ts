import type { Role } from '../../shared/wire/parts/role.ts';

/** Who is asking: the key, its role, and a reporter's unit. */
export interface Access {
  keyId: string;
  role: Role;
  unitId: string | null;
}
