import type { Role } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';

/** Whoever signs the agreement on an internship, in their order: the family in any, then the firm, then the school (S2-i). */
export const PARTIES = ['student', 'guardian', 'firm', 'school'] as const;
export type Party = (typeof PARTIES)[number];

export const PARTY_NAMES: Readonly<Record<Party, Bilingual>> = {
  student: { zh: '学生', en: 'Student' }, guardian: { zh: '监护人', en: 'Guardian' }, firm: { zh: '实习单位', en: 'Firm' }, school: { zh: '中职学校', en: 'Secondary school' },
};

/** Who must have signed before a party may. */
export const BEFORE: Readonly<Record<Party, readonly Party[]>> = {
  student: [], guardian: [], firm: ['student', 'guardian'], school: ['student', 'guardian', 'firm'],
};

/** The posts that sign for firm and school. */
export const SIGNING_ROLES = { firm: 'enterprise', school: 'school_head' } as const satisfies Record<'firm' | 'school', Role>;

/** Whoever acts, as far as it decides for whom they may act. */
export interface Acting {
  readonly person_id: number;
  readonly student_id: string | null;
  readonly wards: readonly string[];
  readonly roles: readonly { readonly role: Role; readonly org_id: string | null }[];
}

export interface Concerned {
  readonly student_id: string;
  readonly school_id: string;
  readonly employer_id: string;
}

/** Whether somebody may sign for a party: the student themselves, a guardian of this very student, the post at this very firm or school. */
export function speaksFor(party: Party, { student_id, wards, roles }: Acting, of: Concerned): boolean {
  switch (party) {
    case 'student': return student_id === of.student_id;
    case 'guardian': return wards.includes(of.student_id);
    case 'firm': return roles.some(({ role, org_id }) => role === SIGNING_ROLES.firm && org_id === of.employer_id);
    case 'school': return roles.some(({ role, org_id }) => role === SIGNING_ROLES.school && org_id === of.school_id);
  }
}
