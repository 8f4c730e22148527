import type { Role } from '../access/roles.ts';
import type { Bilingual } from '../values/bilingual.ts';

/** Whoever signs, in their order: the family in any, then the school, then the college (R3-e). */
export const PARTIES = ['student', 'guardian', 'school', 'college'] as const;
export type Party = (typeof PARTIES)[number];

/** The three that hold a copy each (R3-g). */
export const COPY_HOLDERS = ['family', 'school', 'college'] as const;
export type CopyHolder = (typeof COPY_HOLDERS)[number];

export const PARTY_NAMES: Readonly<Record<Party | CopyHolder, Bilingual>> = {
  student: { zh: '学生', en: 'Student' },
  guardian: { zh: '监护人', en: 'Guardian' },
  family: { zh: '学生（家长）', en: 'Student (parent)' },
  school: { zh: '中职学校', en: 'Secondary school' },
  college: { zh: '高职院校', en: 'College' },
};

/** Who must have signed before a party may. */
export const BEFORE: Readonly<Record<Party, readonly Party[]>> = {
  student: [], guardian: [], school: ['student', 'guardian'], college: ['student', 'guardian', 'school'],
};

export function isParty(text: string): text is Party {
  return (PARTIES as readonly string[]).includes(text);
}

/** The posts that sign for an institution. */
export const SIGNING_ROLES = { school: 'school_head', college: 'college_programme' } as const satisfies Record<'school' | 'college', Role>;

/** Whoever acts, as far as it decides for whom they may sign. */
export interface Signer {
  readonly person_id: number;
  readonly student_id: string | null;
  readonly wards: readonly string[];
  readonly roles: readonly { readonly role: Role; readonly org_id: string | null }[];
}

/** Whether somebody may sign an agreement for a party: the student themselves, a guardian of this very student, the post at this very institution. */
export function speaksFor(party: Party, { student_id, wards, roles }: Signer, of: { readonly student_id: string; readonly school_id: string; readonly college_id: string }): boolean {
  switch (party) {
    case 'student': return student_id === of.student_id;
    case 'guardian': return wards.includes(of.student_id);
    case 'school': return roles.some(({ role, org_id }) => role === SIGNING_ROLES.school && org_id === of.school_id);
    case 'college': return roles.some(({ role, org_id }) => role === SIGNING_ROLES.college && org_id === of.college_id);
  }
}
