import { date } from '../../../core/values/plain-date.ts';
import { madeApprovedScheme } from '../../../store/schemes/made-scheme.ts';
import { addOfferings, moveOffering, readOffering } from '../../../store/teaching/offering.ts';
import { setTerm } from '../../../store/teaching/terms.ts';
import type { Random } from '../random.ts';
import type { Deeds } from './register-spells.ts';
import { acts, type World } from './world.ts';
import type { Act } from './yearly-acts.ts';

type Course = Deeds['courses'][number];

/** A course each autumn at the first school, of a scheme that went its whole way; given to a teacher, whose grades are handed in, sent back once, and released. */
export async function courseActs(world: World, random: Random, deeds: Deeds): Promise<Act[]> {
  const { scene, who } = world;
  const firm = await scene.somebody('enterprise', 'F');
  let scheme = 0;
  const drawn: Act = { on: '2024-09-03', run: async () => {
    scheme = await madeApprovedScheme(scene, { academic: who.academic, leader: who.leader, head: who.head_S, firm }, { year: 2024, programme_id: 'P', today: date('2024-09-03') });
  } };
  return [drawn, ...[2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) => courseOf(world, random, { year, scheme: () => scheme, deeds }))];
}

function courseOf(world: World, random: Random, { year, scheme, deeds }: { readonly year: number; readonly scheme: () => number; readonly deeds: Deeds }): Act[] {
  const [first_day, last_day] = [`${year}-09-04`, `${year + 1}-01-15`];
  const submitted = `${year + 1}-01-${random.pick(['12', '15', '18'])}`;
  const steps: Course['steps'][number][] = [
    { act: 'assign', on: `${year}-09-06` }, { act: 'submit', on: submitted },
    ...(random.oneIn(2) ? [{ act: 'return' as const, on: `${year + 1}-01-20` }, { act: 'submit' as const, on: `${year + 1}-02-${random.pick(['03', '24'])}` }] : []),
    ...(random.oneIn(4) ? [] : [{ act: 'release' as const, on: `${year + 1}-03-${random.pick(['02', '05'])}` }]),
  ];
  let offering_id = 0;
  const course = { id: '', school: 'S' as const, staff: 'T901', last_day, steps };
  deeds.courses.push(course);
  const opened: Act = { on: `${year}-09-05`, run: async () => {
    await acts(world, world.who.academic, (tx) => setTerm(tx, { college_id: 'H', term: `${year}-1`, first_day: date(first_day), last_day: date(last_day) }));
    await world.scene.as.write(async (tx) => {
      [offering_id = 0] = await addOfferings(tx, [{
        class_id: `K${year}`, term: `${year}-1`, college_id: 'H', school_id: 'S', campus_id: null, programme_id: 'P', cohort: year, scheme: scheme(), course_code: 'A2', course: '机械制图', kind: 'core', credits: '4', planned_hours: 64,
      } as never], null);
      await tx.audit({ action: 'teaching.open', object: `offerings/${offering_id}`, detail: { year } });
    });
    course.id = `offering:${offering_id}`;
  } };
  return [opened, ...steps.map(({ act, on }): Act => ({ on, run: () => world.scene.as.write(async (tx) => {
    const offering = await readOffering(tx, offering_id);
    if (offering === null || !await moveOffering(tx, offering, { act, person_id: null }, act === 'assign' ? { staff_no: 'T901' } : { state: ({ submit: 'submitted', return: 'open', release: 'released' } as const)[act] })) throw new Error(`${act} of course ${offering_id}`);
    await tx.audit({ action: `teaching.${act}`, object: `offerings/${offering_id}`, detail: {} });
  }) }))];
}
