import { date } from '../../../core/values/plain-date.ts';
import { madeAdmission, readMade } from '../../../core/admission/made-admissions.ts';
import { loadRows } from '../../../store/campus-rows.ts';
import { importAdmissions } from '../../../store/admission/import-admissions.ts';
import { idOfOpened, wordOf } from '../../../store/matters/made-matters.ts';
import type { Random } from '../random.ts';
import { RULE } from './duty-lines.ts';
import { plus } from './naive-days.ts';
import type { Deeds } from './register-spells.ts';
import type { World } from './world.ts';
import { stepped, type Act } from './yearly-acts.ts';

const proof = (sign: string) => ({ documents: [{ name: '验收单.pdf', sha256: sign.repeat(64) }] });
const PROOF = proof('a');
const found = (severity: 'A' | 'B' | 'C', evidence: string, due: string) => ({ clause: 'R1-b', severity, evidence, due: date(due) });

export const STOPPED = 'S2';
export const STOP = { found: '2026-02-10', due: '2026-03-10', confirmed: '2026-11-10', resumed: '2028-12-05' } as const;

/** A finding each year that is put right, one at the second school that is not: it is stopped in the third year, and resumed when all is put right. */
export function supervisionActs(world: World, random: Random, faults: string[], deeds: Deeds): Act[] {
  deeds.stops.push({ school: STOPPED, last: STOP.confirmed, resumed: STOP.resumed });
  return [...[2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) => findingOf(world, random, year, faults)), ...stopping(world, faults), ...resuming(world), changedRule(world, '2026-11-12')];
}

/** Must be refused, and is a fault where it is not. */
const refused = async ({ scene }: World, faults: string[], what: string, words: readonly string[], ...step: Parameters<World['scene']['step']>): Promise<void> => {
  const answer = await scene.step(...step);
  if (!words.includes(wordOf(answer))) faults.push(`${what}: ${wordOf(answer)}`);
};

/** Found, told by a notice, once extended, answered with proof, looked at again by another person; now and then sent back first. */
function findingOf(world: World, random: Random, year: number, faults: string[]): Act[] {
  const { scene, who } = world;
  const day = (after: number): string => plus(`${year}-11-03`, after);
  const [due, longer] = [day(25), day(45)];
  const answered = random.pick([day(30), longer, day(52)]);
  const looked = plus(answered, random.pick([3, 12, 20]));
  let id = 0;
  const at = (on: string): { reason: string; today: ReturnType<typeof date> } => ({ reason: '依据记录', today: date(on) });
  const returned = random.oneIn(2);
  return [
    { on: day(0), run: async () => { id = idOfOpened(await scene.open(who.leader, 'finding', 'S', found('B', `用房 ${year}`, due), date(day(0)))); } },
    { on: day(20), run: async () => {
      await refused(world, faults, 'an answer without proof', ['guard'], who.head_S, id, 'answer', at(day(20)));
      await stepped(world, id, [[who.head_S, 'ask_extension', day(20)]]);
      await refused(world, faults, 'an extension by whoever is not asked', ['not_your_role'], who.head_S, id, 'extend', { ...at(day(20)), details: { due: date(longer) } });
    } },
    { on: day(22), run: async () => {
      await stepped(world, id, [[who.county_S, 'extend', day(22), { details: { due: date(longer) } }]]);
      await refused(world, faults, 'a second extension', ['guard'], who.head_S, id, 'ask_extension', at(day(23)));
    } },
    { on: answered, run: () => stepped(world, id, [[who.head_S, 'answer', answered, PROOF]]) },
    { on: looked, run: async () => {
      await refused(world, faults, 'a second look by whoever found', ['same_person'], who.leader, id, 'close', at(looked));
      if (returned) await stepped(world, id, [[who.second_county_S, 'return', looked]]);
      else await stepped(world, id, [[who.second_county_S, 'close', looked]]);
    } },
    ...(returned ? [{ on: plus(looked, 6), run: () => stepped(world, id, [[who.head_S, 'answer', plus(looked, 6), proof('b')], [who.second_county_S, 'close', plus(looked, 6)]]) }] : []),
  ];
}

let unanswered = 0;

function stopping(world: World, faults: string[]): Act[] {
  const { scene, who } = world;
  let id = 0;
  const heard = { ...PROOF, details: { number: '听〔2026〕1号', on: date('2026-10-16'), attendees: '校长等五人' } };
  return [
    { on: STOP.found, run: async () => { unanswered = idOfOpened(await scene.open(who.leader, 'finding', STOPPED, found('A', '东校区用房不足', STOP.due), date(STOP.found))); } },
    { on: '2026-10-12', run: async () => {
      id = idOfOpened(await scene.open(who.leader, 'pilot_stop', STOPPED, {}, date('2026-10-12')));
      await stepped(world, id, [[who.leader, 'propose', '2026-10-12']]);
    } },
    { on: '2026-10-20', run: () => stepped(world, id, [[who.office, 'hear', '2026-10-20', heard]]) },
    { on: '2026-11-05', run: () => stepped(world, id, [[who.office, 'decide', '2026-11-05']]) },
    { on: STOP.confirmed, run: () => stepped(world, id, [[who.city, 'confirm', STOP.confirmed]]) },
    { on: '2027-01-20', run: () => stepped(world, id, [[who.office, 'settle', '2027-01-20', PROOF]]) },
    ...['2027-08-20', '2028-08-20'].map((on) => ({ on, run: async () => {
      const refusal = await admit(world, on);
      if (!refusal.includes('pilot_stopped')) faults.push(`new students of a stopped school on ${on}: ${refusal}`);
    } })),
  ];
}

/** The list of a new student of the stopped school, by its registrar; what came of it, and nothing of it is kept. */
async function admit({ scene, who }: World, on: string): Promise<string> {
  const { rows, problems } = readMade([madeAdmission(1, { school_id: STOPPED, programme_id: 'P2', year: Number(on.slice(0, 4)), admitted_on: on })]);
  return (await scene.of(who.registrar_S2)).write(async (tx) => {
    const answer = await importAdmissions(tx, { rows, problems, file: { name: '名单.xlsx', sha256: 'c'.repeat(64) } });
    tx.discard();
    return JSON.stringify(answer);
  });
}

function resuming(world: World): Act[] {
  const { scene, who } = world;
  let id = 0;
  return [
    { on: '2028-11-01', run: () => stepped(world, unanswered, [[who.head_S2, 'answer', '2028-11-01', PROOF]]) },
    { on: '2028-11-10', run: () => stepped(world, unanswered, [[who.county_S2, 'close', '2028-11-10']]) },
    { on: '2028-11-15', run: async () => {
      id = idOfOpened(await scene.open(who.leader, 'pilot_resume', STOPPED, {}, date('2028-11-15')));
      await stepped(world, id, [[who.leader, 'propose', '2028-11-15']]);
    } },
    { on: '2028-11-28', run: () => stepped(world, id, [[who.office, 'decide', '2028-11-28']]) },
    { on: STOP.resumed, run: () => stepped(world, id, [[who.city, 'confirm', STOP.resumed]]) },
  ];
}

/** another value of law from a day on, by one person of the office and another. */
function changedRule(world: World, on: string): Act {
  const { scene, who } = world;
  return { on, run: async () => {
    const id = idOfOpened(await scene.open(who.office, 'parameter_change', RULE.key, { value: RULE.value, from: date(RULE.from) }, date(on)));
    await stepped(world, id, [[who.office, 'propose', on], [who.second_office, 'approve', on]]);
  } };
}

/** Whether a school is in the pilot on a day, and what its campus is, as the registers have it. */
export async function pilotOf({ scene }: World, school: string, day: string): Promise<string> {
  const [schools, campuses] = await scene.as.read((tx) => tx.whole(async (whole) => [await loadRows(whole, 'schools', {}, 'r.school_id = $2', school), await loadRows(whole, 'campuses', {}, 'r.school_id = $2', school)] as const));
  const inside = schools.some(({ pilot_from }) => pilot_from !== null && pilot_from <= day && !schools.some((other) => other.pilot_from === pilot_from && other.pilot_to !== null && other.pilot_to < day));
  return `${inside ? 'in' : 'out'} ${campuses.map(({ status }) => status).join()}`;
}

