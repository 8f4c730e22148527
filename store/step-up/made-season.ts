import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import type { MadeActor, MadeScene } from '../matters/made-matters.ts';
import { addPerson } from '../people.ts';
import type { Transaction } from '../transaction.ts';
import { publishSeason, type PublishOutcome } from './publishing.ts';
import { arrangeSeason } from './season.ts';

/** Somebody of academic affairs at the college of a made scene, who holds its step-up tests. */
export interface MadeTests {
  readonly academic: MadeActor;
  readonly act: <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>) => Promise<A>;
  readonly arrange: (year: number) => Promise<string>;
  readonly publish: (year: number, on: string) => Promise<string>;
}

/** The season of 2025. */
export interface MadeSeason extends Pick<MadeTests, 'academic' | 'act'> {
  /** A student with an account of their own. */
  readonly student: (student_id: string) => Promise<MadeActor>;
  readonly publish: (on: string) => Promise<PublishOutcome>;
}

export const SEASON = { college_id: 'H', year: 2025, test_on: date('2025-04-12'), resit_on: date('2025-04-26'), place: '一号考场' } as const;

export async function madeTests(scene: MadeScene): Promise<MadeTests> {
  const academic = await scene.somebody('college_academic');
  const act: MadeTests['act'] = async (who, work) => (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  return {
    academic, act,
    arrange: async (year) => (await act(academic, (tx) => arrangeSeason(tx, { ...SEASON, year, test_on: date(`${year}-04-12`), resit_on: date(`${year}-04-26`) }))).outcome,
    publish: async (year, on) => (await act(academic, (tx) => publishSeason(tx, { college_id: SEASON.college_id, year }, { pack: quzhou2024, today: date(on) }))).outcome,
  };
}

export async function madeSeason(scene: MadeScene): Promise<MadeSeason> {
  const { academic, act, arrange } = await madeTests(scene);
  const arranged = await arrange(SEASON.year);
  if (arranged !== 'done') throw new Error(arranged);
  const student: MadeSeason['student'] = (student_id) => scene.as.write(async (tx) => {
    const account = `student-${student_id}-${process.pid}-${scene.region_id}`;
    const added = await addPerson(tx, { kind: 'student', name: account, account, student_id, org_id: 'S' });
    if (added.outcome !== 'done') throw new Error(added.outcome);
    return { account, password: '', person_id: added.person_id, appointment_id: 0, own: () => scene.as, role: 'student' };
  });
  return { academic, act, student, publish: (on) => act(academic, (tx) => publishSeason(tx, SEASON, { pack: quzhou2024, today: date(on) })) };
}
