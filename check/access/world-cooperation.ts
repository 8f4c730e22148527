import { date } from '../../core/values/plain-date.ts';
import type { Database } from '../../store/database.ts';
import { recordAgreement } from '../../store/partners.ts';
import { programActor } from '../../store/program-actor.ts';
import { nameMember } from '../../store/team-steps.ts';
import { setUpTeam, type TeamDraft } from '../../store/teams.ts';
import { canary } from './canary.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { COUNTIES, enterpriseOf, thingId, UNITS, type Side, type Unit } from './units.ts';

/** What the institutions of a unit have together, with whose it is as the oracle tells it. */
export interface Cooperation {
  readonly unit: Unit['name'];
  readonly agreement_id: string;
  readonly agreement: readonly string[];
  readonly promotion_id: string;
  readonly member_id: string;
  readonly promotion: readonly string[];
  readonly management_id: string;
  readonly management: readonly string[];
  /** Canaries of what was agreed, and of documents and names in the teams. */
  readonly terms: readonly string[];
  readonly names: readonly string[];
}

const sideOf = (org: string): Side => (org.endsWith('-a') ? 'a' : 'b');
const ON = date('2025-09-01');

/** Labels of what a school, a college and perhaps a firm have together: each of them, and the counties of school and firm. */
export const cooperationLabels = ({ school, college }: Pick<Unit, 'school' | 'college'>, firm?: string): string[] =>
  [`org:${school}`, `org:${college}`, `county:${COUNTIES[sideOf(school)]}`, ...(firm === undefined ? [] : [`org:${firm}`, `county:${COUNTIES[sideOf(firm)]}`])];

/** An agreement and a campus team for every unit, one promotion team for each pair of school and college. */
export async function makeCooperation(db: Database, region_id: number): Promise<Cooperation[]> {
  const made: Cooperation[] = [];
  for (const unit of Object.values(UNITS)) {
    const firm = enterpriseOf(unit);
    const terms = canary(unit.name, 'partners', 'terms');
    const campus_id = thingId('campus', unit.name, 'standing');
    const pair = made.find((one) => UNITS[one.unit as keyof typeof UNITS].school === unit.school && UNITS[one.unit as keyof typeof UNITS].college === unit.college);
    await db.as(programActor(region_id)).write(async (tx) => {
      const agreement = done(await recordAgreement(tx, {
        number: '1', parties: [unit.school, unit.college, firm], programmes: [thingId('programme', unit.name, 'standing')], from: ON, to: null, terms, signed_on: ON, document_sha256: null,
      }));
      const draft: TeamDraft = { kind: 'promotion', college_id: unit.college, school_id: unit.school, campus_id: null, on: ON, document: canary(unit.name, 'teams', 'document'), document_sha256: null };
      const promotion_id = pair?.promotion_id ?? done(await setUpTeam(tx, draft)).team_id;
      const seat = { function: 'member' as const, name: canary(unit.name, 'teams', 'name'), staff_no: null, employer_id: unit.school, main_post: '', on: ON, document: null, term_to: null };
      const office = { person_id: 0, roles: [{ role: 'office' as const, org_id: 'office-r', division_code: null, campuses: [], classes: [] }] };
      const member_id = pair?.member_id ?? done(await nameMember(tx, promotion_id, seat, office)).member_id;
      const management = done(await setUpTeam(tx, { ...draft, kind: 'management', campus_id }));
      made.push({
        unit: unit.name, agreement_id: agreement.agreement_id, agreement: cooperationLabels(unit, firm), promotion_id, member_id, promotion: cooperationLabels(unit),
        management_id: management.team_id, management: labelsOfRow('campuses', { campus_id, school_id: unit.school, college_id: unit.college, payer_id: unit.payer, division_code: unit.county }, { unit, variant: 'standing' }),
        terms: [terms], names: [draft.document, seat.name],
      });
    });
  }
  return made;
}

function done<T extends { readonly outcome: string }>(answer: T): Extract<T, { readonly outcome: 'done' }> {
  if (answer.outcome !== 'done') throw new Error(`the world has no cooperation: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { readonly outcome: 'done' }>;
}
