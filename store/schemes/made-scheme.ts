import { course } from '../../core/schemes/made-schemes.ts';
import type { SchemeContent } from '../../core/schemes/scheme.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { idOfOpened, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import type { Stepping } from '../matters/step-matter.ts';
import { reviseScheme, type SchemeRevised } from './revise.ts';

export const TODAY: PlainDate = date('2025-10-31');

/** Courses of two terms: three of the first, of which one is of ideology, one of the second. */
export const CONTENT: SchemeContent = {
  required_credits: '12', firms: ['F'],
  courses: [
    course('A1', { name: '思想政治', kind: 'ideology', credits: '2', theory_hours: 36, practice_hours: 0 }), course('A2', { name: '机械制图' }),
    course('A3', { name: '钳工实训', kind: 'practical', credits: '2.5', theory_hours: 0, practice_hours: 48 }), course('B1', { name: '电工基础', term: 2 }),
  ],
};

export const MINUTES = {
  documents: [{ name: '纪要.pdf', sha256: 'a'.repeat(64) }], votes: { members: 9, present: 8, for: 7, against: 0, abstained: 1 },
  details: { number: '教委〔2025〕3号', on: TODAY, attendees: '甲、乙、丙' },
} as const satisfies Partial<Stepping>;

/** Everybody who has to do with a scheme of the made programme. */
export async function madeSchemers(scene: MadeScene) {
  return {
    academic: await scene.somebody('college_academic', 'H'), leader: await scene.somebody('college_leadership', 'H'),
    head: await scene.somebody('school_head', 'S'), firm: await scene.somebody('enterprise', 'F'),
  };
}
export type MadeSchemers = Awaited<ReturnType<typeof madeSchemers>>;

export async function drawScheme(scene: MadeScene, who: MadeActor, matter_id: number, content: SchemeContent, today = TODAY): Promise<SchemeRevised> {
  const { version } = await scene.see(matter_id);
  return (await scene.of(who)).write(async (tx) => {
    const answer = await reviseScheme(tx, { matter_id, version, content }, { pack: quzhou2024, today });
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
}

/** A scheme that went its whole way, each step by whoever takes it; answers its matter. */
export async function madeApprovedScheme(scene: MadeScene, { academic, leader, head, firm }: MadeSchemers, given: { readonly programme_id?: string; readonly year: number; readonly content?: SchemeContent; readonly today?: PlainDate }): Promise<number> {
  const today = given.today ?? TODAY;
  const id = idOfOpened(await scene.open(academic, 'training_scheme', given.programme_id ?? 'P', { year: given.year }, today));
  const done = (answer: { readonly outcome: string }): void => { if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer)); };
  done(await drawScheme(scene, academic, id, given.content ?? CONTENT, today));
  done(await scene.step(head, id, 'agree_school', { today }));
  done(await scene.step(firm, id, 'agree_firm', { details: { firm: 'F' }, today }));
  done(await scene.step(academic, id, 'table', { today }));
  done(await scene.step(leader, id, 'resolve', { ...MINUTES, details: { ...MINUTES.details, on: today }, today }));
  return id;
}
