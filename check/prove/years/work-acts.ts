import type { Role } from '../../../core/access/roles.ts';
import type { HeldRole } from '../../../core/access/reach.ts';
import type { Values } from '../../../core/journals/field.ts';
import { quzhou2024 } from '../../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../../core/values/plain-date.ts';
import { attachFile } from '../../../store/attachments.ts';
import { entryObject, loadEntries } from '../../../store/journals/entries.ts';
import { recordEntries } from '../../../store/journals/record-entry.ts';
import { stepEntry } from '../../../store/journals/step-entry.ts';
import type { MadeActor } from '../../../store/matters/made-matters.ts';
import { nameMember, stepMember, type NamedMember } from '../../../store/team-steps.ts';
import { setUpTeam } from '../../../store/teams.ts';
import type { Random } from '../random.ts';
import { plus } from './naive-days.ts';
import { acts, type World } from './world.ts';
import type { Act } from './yearly-acts.ts';

/** What is done at a campus: a way of an entry of a journal, each step by somebody else on a day of its own. */
interface Way {
  readonly kind: string;
  readonly by: MadeActor;
  readonly values: (on: string, at: number) => Values;
  readonly steps: readonly { readonly act: string; readonly by: MadeActor; readonly proof?: boolean; readonly values?: (on: string) => Values }[];
}

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029];

export function workActs(world: World, random: Random, lastDay: string): Act[] {
  const days = [0, 1, 2, 4, 9, 16, 30];
  const some = waysOf(world).flatMap((way) => YEARS.flatMap((year, at): Act[] => {
    let on = plus(`${year}-09-05`, random.whole(0, 300));
    let entry_id = 0;
    const begun: Act = { on, run: async () => { entry_id = (await acts(world, way.by, (tx) => recordEntries(tx, { kind: way.kind, campuses: ['C'], values: way.values(begun.on, at) }, { pack: quzhou2024, today: date(begun.on) }))).entries[0] ?? 0; } };
    // One in four stops half way.
    const many = random.oneIn(4) ? random.whole(0, way.steps.length - 1) : way.steps.length;
    return [begun, ...way.steps.slice(0, many).map(({ act, by, proof, values }): Act => {
      on = plus(on, random.pick(days));
      const day = on;
      return { on: day, run: () => stepOf(world, { entry_id: () => entry_id, act, by, proof: proof === true, values: values?.(day) ?? {}, day }) };
    })];
  }));
  return [...some, ...teamActs(world, random)].filter(({ on }) => on <= lastDay);
}

async function stepOf(world: World, { entry_id: of, act, by, proof, values, day }: { readonly entry_id: () => number; readonly act: string; readonly by: MadeActor; readonly proof: boolean; readonly values: Values; readonly day: string }): Promise<void> {
  const entry_id = of();
  const asked = { entry_id, act, reason: '依据记录', values };
  if (proof) await acts(world, by, (tx) => attachFile(tx, { name: '照片.png', media_type: 'image/png', bytes: Buffer.from(`photo ${entry_id} ${day}`), about: entryObject(entry_id), purpose: '' }));
  const [entry] = await world.scene.as.read((tx) => loadEntries(tx, { entry_id }));
  await acts(world, by, (tx) => stepEntry(tx, { ...asked, seen: entry?.steps.length ?? 0 }, { pack: quzhou2024, today: date(day) }));
}

function waysOf({ who }: World): Way[] {
  const { head_S, registrar_S, academic, leader } = who;
  const person = (at: number) => ({ person_id: `T${at}`, name: `师${at}` });
  return [
    { kind: 'hazard', by: head_S, values: (on, at) => ({ on, place: '3号楼', what: '护栏松动', severity: ['A', 'B', 'C'][at % 3] ?? 'A' }), steps: [{ act: 'rectify', by: registrar_S, proof: true }, { act: 'return', by: academic }, { act: 'rectify', by: registrar_S, proof: true }, { act: 'close', by: leader }] },
    { kind: 'incident', by: registrar_S, values: (on) => ({ on, place: '操场', what: '跌伤', people: 1, host: 'campus' }), steps: [{ act: 'triage', by: head_S, values: () => ({ severity: 'B' }) }, { act: 'close', by: head_S, proof: true }] },
    { kind: 'college_rule', by: academic, values: (on, at) => ({ title: `学籍细则${at}`, version: '1', document_no: `院〔${at}〕号`, from: on }), steps: [{ act: 'acknowledge', by: head_S }, { act: 'withdraw', by: academic }] },
    { kind: 'visitor_request', by: academic, values: (on) => ({ on: plus(on, 12), person: '张三', need: 'lodging', remark: null }), steps: [{ act: 'arrange', by: head_S, values: () => ({ arrangement: '招待所', cost_yuan: 80 }) }] },
    { kind: 'base_project', by: head_S, values: (on, at) => ({ base_id: 'BASE', name: `基地${at}`, purpose: '数控', budget_yuan: 100000, planned_on: on, due: plus(on, 300) }), steps: [{ act: 'approve', by: academic }, { act: 'finish', by: head_S }, { act: 'accept', by: leader, proof: true }] },
    { kind: 'overlap_exception', by: head_S, values: (on, at) => ({ ...person(at), why: '紧缺', until: plus(on, 200) }), steps: [{ act: 'decline', by: academic }] },
    { kind: 'expert_hire', by: academic, values: (on, at) => ({ ...person(at), firm: '企业', higher_code: '460103', course: `实训${at}`, on, from: plus(on, 60), to: plus(on, 300) }), steps: [{ act: 'contract', by: head_S, values: (on) => ({ contract_no: '合1', contract_on: on }) }] },
  ];
}

const held = (role: Role, org_id: string, division_code: string | null = null): HeldRole => ({ role, org_id, division_code, campuses: [], classes: [] });
const LEADER = { function: 'leader', name: '负责人', staff_no: null, employer_id: 'S', main_post: '副校长' } as const;
const STAFF = { function: 'staff', name: '工作人员', staff_no: null, employer_id: 'H', main_post: '' } as const;

/** Leaders are recommended and appointed, staff are hired by both schools in either order. */
function teamActs(world: World, random: Random): Act[] {
  const { who, scene } = world;
  let team_id = '';
  const by = (actor: MadeActor, role: HeldRole) => ({ person_id: actor.person_id, roles: [role] });
  const [head, county, leadership] = [by(who.head_S, held('school_head', 'S')), by(who.county_S, held('county_bureau', 'B2', '330803')), by(who.leader, held('college_leadership', 'H'))];
  const manager = by(who.second_head_S, held('school_head', 'S'));
  const way = (named: Omit<NamedMember, 'on' | 'document' | 'term_to'>, steps: readonly (readonly [MadeActor, typeof head, string])[]): Act[] => YEARS.slice(0, 4).flatMap((year): Act[] => {
    let on = plus(`${year}-10-08`, random.whole(0, 200));
    let member_id = '';
    const first = on;
    const paper = (day: string) => ({ on: date(day), document: '文号', term_to: null });
    return [
      { on: first, run: async () => { member_id = (await acts(world, who.head_S, (tx) => nameMember(tx, team_id, { ...named, ...paper(first) }, head))).member_id; } },
      ...steps.slice(0, random.oneIn(4) ? 1 : steps.length).map(([actor, acting, act], at): Act => {
        on = plus(on, random.pick([2, 11, 15, 24]));
        const day = on;
        return { on: day, run: () => acts(world, actor, (tx) => stepMember(tx, team_id, member_id, { ...paper(day), act, reason: null, version: at + 1 }, acting)) };
      }),
    ];
  });
  return [
    { on: '2024-09-20', run: async () => {
      const made = await scene.as.write((tx) => setUpTeam(tx, { kind: 'management', college_id: 'H', school_id: 'S', campus_id: 'C', on: date('2024-09-20'), document: '〔2024〕1号', document_sha256: null }));
      if (made.outcome !== 'done') throw new Error(made.outcome);
      team_id = made.team_id;
    } },
    ...way(LEADER, [[who.county_S, county, 'recommend'], [who.leader, leadership, 'appoint']]),
    ...way(STAFF, [[who.leader, leadership, 'approve_college'], [who.second_head_S, manager, 'approve_school']]),
    ...way(STAFF, [[who.second_head_S, manager, 'approve_school'], [who.leader, leadership, 'approve_college']]),
  ];
}
