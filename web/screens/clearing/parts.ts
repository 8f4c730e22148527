import type { Role } from '../../../core/access/roles.ts';

/** The parts of clearing in the order of the year, and whose they are. */
export const CLEARING_PARTS = [
  { name: 'bills', to: '/clearing/bills', roles: ['college_finance', 'college_leadership'] },
  { name: 'receipts', to: '/clearing/receipts', roles: ['college_finance'] },
  { name: 'orders', to: '/clearing/orders', roles: ['college_finance', 'school_finance', 'college_leadership', 'school_head', 'finance_bureau'] },
] as const satisfies readonly { readonly name: string; readonly to: string; readonly roles: readonly Role[] }[];

export type ClearingPart = (typeof CLEARING_PARTS)[number]['name'];

/** The institutions whose part of clearing somebody has. */
export function keptBy(held: readonly { readonly role: Role; readonly org_id: string | null }[], part: ClearingPart): string[] {
  const roles: readonly Role[] = CLEARING_PARTS.find(({ name }) => name === part)?.roles ?? [];
  return [...new Set(held.filter(({ role }) => roles.includes(role)).flatMap(({ org_id }) => org_id ?? []))];
}
