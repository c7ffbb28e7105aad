import type { Role } from '../../shared/wire/parts/role.ts';

/** Who is asking: the key, to whom it was issued, its role, and a reporter's unit. */
export interface Access {
  keyId: string;
  /** The person's name. */
  holder: string;
  role: Role;
  unitId: string | null;
}
