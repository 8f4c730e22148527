import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { announceSession } from '../../store/appraisals/sessions.ts';
import { lawOn } from '../../store/agreements/law.ts';
import { addBenefit } from '../../store/benefits/benefits.ts';
import type { Database } from '../../store/database.ts';
import { recordPolicy } from '../../store/insurance/policies.ts';
import { offerPost } from '../../store/internships/posts.ts';
import { programActor } from '../../store/program-actor.ts';
import { canariesIn, canary } from './canary.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { enterpriseOf, orgId, thingId, UNITS, type Unit } from './units.ts';

/** What a unit's firm, school and student have together, and what a department provides. */
export interface WorldInternship {
  readonly unit: Unit['name'];
  readonly post_id: string;
  readonly placement_id: string;
  readonly content_hash: string;
  readonly policy_id: string;
  readonly session_id: string;
  readonly benefit_id: string;
  /** Labels of the post, of the internship, of the policy. */
  readonly post: readonly string[];
  readonly labels: readonly string[];
  readonly policy: readonly string[];
  /** What the internship says of others, and what the policy says. */
  readonly canaries: ReadonlySet<string>;
  readonly insurer: string;
  /** Of a claim to the benefit, and who it is of. */
  readonly claim: readonly string[];
  readonly claimant: ReadonlySet<string>;
}

export const POST_DAYS = { from: date('2031-03-01'), to: date('2031-06-25') };
const HASH = `sha256:${'0'.repeat(64)}`;

/** A post, an internship, a policy, a session and a benefit for every unit. */
export function makeInternships(db: Database, region_id: number, day: PlainDate): Promise<WorldInternship[]> {
  const law = lawOn(DEFAULT_PACK.parameters, day);
  return db.as(programActor(region_id)).write(async (tx) => {
    const made: WorldInternship[] = [];
    for (const unit of Object.values(UNITS)) {
      const [firm, student_id, programme_id] = [enterpriseOf(unit), thingId('student', unit.name, 'standing'), thingId('programme', unit.name, 'standing')];
      const offered = done(await offerPost(tx, { employer_id: firm, title: '操作', seats: 5, programmes: [programme_id], place: '一号厂房', wage_yuan: null, safety_contact: '陈工', ...POST_DAYS }, firm, day));
      const insurer = canary(unit.name, 'policies', 'insurer');
      const policy = done(await recordPolicy(tx, unit.school, { policy_no: unit.name, kind: 'internship_liability', insurer, ...POST_DAYS, heads: 9, premium_fen: 900n, proof: '发票' }, null, law));
      const session = done(await announceSession(tx, { occupation: '车工', level: '3', site: '一号站', on: POST_DAYS.from, seats: 9, programmes: [programme_id] }, orgId('department', 'a'), day));
      const benefit = done(await addBenefit(tx, { name: '补贴', basis: '一号文', from: day }, orgId('department', 'a')));
      const row = unitRow('students', unit, 'standing');
      const labels = [...labelsOfRow('students', row, { unit, variant: 'standing' }), `org:${firm}`];
      const content = JSON.stringify({
        template: '2026-11-28', student: { student_id, name: row['name'], birth_date: '2005-01-01' }, guardian: null, school: { org_id: unit.school, name: unit.school }, firm: { org_id: firm, name: firm },
        programme: { programme_id, name: programme_id }, post: { title: '操作', place: '一号厂房', wage_yuan: null, safety_contact: '陈工' }, from: '2030-03-01', to: '2030-06-25', parts: [],
      });
      const placement_id = offered.post_id + 1000;
      // Written past the register: everything in that is a record of the world with an oracle of its own.
      await tx.change(
        `insert into placements (region_id, placement_id, post_id, student_id, school_id, employer_id, programme_id, class_id, content, content_hash, state, version, since, until, scopes, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, null, $8, $9, 'planned', 0, '2030-03-01', '2030-06-25', $10, clock_timestamp(), 'world')`,
        [region_id, placement_id, offered.post_id, student_id, unit.school, firm, programme_id, content, HASH, labels]);
      const claim = [...labelsOfRow('students', row, { unit, variant: 'standing' }), `org:${orgId('department', 'a')}`];
      await tx.change(`insert into benefit_claims (region_id, benefit_id, student_id, version, state, on_date, reason, person_id, scopes, recorded_at, recorded_by) values ($1, $2, $3, 1, 'claimed', $4, '', null, $5, clock_timestamp(), 'world')`,
        [region_id, benefit.benefit_id, student_id, day, claim]);
      made.push({
        claim, claimant: canariesIn(JSON.stringify([student_id, row['name']])),
        unit: unit.name, post_id: String(offered.post_id), placement_id: String(placement_id), content_hash: HASH, policy_id: String(policy.value.policy_id), session_id: String(session.session_id), benefit_id: String(benefit.benefit_id),
        post: [`org:${firm}`], labels, policy: labelsOfRow('schools', unitRow('schools', unit, 'standing'), { unit, variant: 'standing' }), canaries: canariesIn(content), insurer,
      });
    }
    return made;
  });
}

function done<T extends { readonly outcome: string }>(answer: T): Extract<T, { readonly outcome: 'done' }> {
  if (answer.outcome !== 'done') throw new Error(`the world has no internships: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { readonly outcome: 'done' }>;
}
