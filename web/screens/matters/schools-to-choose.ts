import type { Role } from '../../../core/access/roles.ts';
import { finding } from '../../../core/approvals/matters/finding.ts';
import { yearlyAssessment } from '../../../core/approvals/matters/yearly-assessment.ts';

interface Organisation {
  readonly org_id: string;
  readonly kind: string;
  readonly division_code: string | null;
}

interface Held {
  readonly role: Role;
  readonly org_id: string | null;
}

/** The schools and colleges that a matter of a kind may be about, for somebody with these roles: one's own, and those that one examines. S3-g: the city's bureau assesses every school, a county's those of its county. */
export function schoolsToChoose<O extends Organisation>(about: 'school' | 'college', kind: string, roles: readonly Held[], organisations: readonly O[]): readonly O[] {
  const own = new Set(roles.map(({ org_id }) => org_id));
  const examines = kind === finding.id ? finding.opens.by : kind === yearlyAssessment.id ? yearlyAssessment.opens.by : [];
  const everywhere = roles.some(({ role }) => role !== 'county_bureau' && examines.includes(role));
  const bureaus = new Set(roles.filter(({ role }) => role === 'county_bureau' && examines.includes(role)).map(({ org_id }) => org_id));
  const counties = new Set(organisations.filter(({ org_id }) => bureaus.has(org_id)).map(({ division_code }) => division_code));
  return organisations.filter((one) => one.kind === about && (own.has(one.org_id) || everywhere || one.division_code !== null && counties.has(one.division_code)));
}
