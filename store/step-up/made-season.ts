import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import type { MadeActor, MadeScene } from '../matters/made-matters.ts';
import { addPerson } from '../people.ts';
import type { Transaction } from '../transaction.ts';
import { publishSeason, type PublishOutcome } from './publishing.ts';
import { arrangeSeason } from './season.ts';

/** The step-up test of 2025 at the college of a made scene, held by somebody of academic affairs. */
export interface MadeSeason {
  readonly academic: MadeActor;
  readonly act: <A extends { readonly outcome: string }>(who: MadeActor, work: (tx: Transaction) => Promise<A>) => Promise<A>;
  /** A student with an account of their own. */
  readonly student: (student_id: string) => Promise<MadeActor>;
  readonly publish: (on: string) => Promise<PublishOutcome>;
}

export const SEASON = { college_id: 'H', year: 2025, test_on: date('2025-04-12'), resit_on: date('2025-04-26'), place: '一号考场' } as const;

export async function madeSeason(scene: MadeScene): Promise<MadeSeason> {
  const academic = await scene.somebody('college_academic');
  const act: MadeSeason['act'] = async (who, work) => (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const arranged = await act(academic, (tx) => arrangeSeason(tx, SEASON));
  if (arranged.outcome !== 'done') throw new Error(arranged.outcome);
  const student: MadeSeason['student'] = (student_id) => scene.as.write(async (tx) => {
    const account = `student-${student_id}-${process.pid}-${scene.region_id}`;
    const added = await addPerson(tx, { kind: 'student', name: account, account, student_id, org_id: 'S' });
    if (added.outcome !== 'done') throw new Error(added.outcome);
    return { account, password: '', person_id: added.person_id, appointment_id: 0, own: () => scene.as, role: 'student' };
  });
  return { academic, act, student, publish: (on) => act(academic, (tx) => publishSeason(tx, SEASON, { pack: quzhou2024, today: date(on) })) };
}
