import type { Role } from '../core/access/roles.ts';

/** `school_registrar` signs in to the sample as `school-registrar`. */
export function sampleAccountName(role: Role): string {
  return role.replaceAll('_', '-');
}
