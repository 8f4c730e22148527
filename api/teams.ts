import type { Context } from 'hono';
import type { Refusal } from '../core/approvals/decide.ts';
import { mayTouch } from '../core/access/reach.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { loadRows } from '../store/campus-rows.ts';
import { nameMember, stepMember, type StepOutcome } from '../store/team-steps.ts';
import { endTeam, listTeams, setUpTeam, type TeamEnded, type TeamOutcome, type TeamWithMembers } from '../store/teams.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import { idText } from './partners.ts';
import { refuse } from './refuse.ts';
import type { AskedDay } from './region-verdicts.ts';
import { teamHeadView, teamView, type TeamNames, type TeamView } from './team-view.ts';
import { wantingTeams } from './team-wanting.ts';

type TeamHandlers = Pick<Handlers, 'listTeams' | 'readTeam' | 'setUpTeam' | 'endTeam' | 'nameTeamMember' | 'stepTeamMember'>;
type NotStepped = Exclude<StepOutcome | TeamOutcome | TeamEnded, { readonly outcome: 'done' }>;

/** Teams: set up, filled step by step, ended. Every change answers with the team as it then is. */
export function teamHandlers(deps: Deps): TeamHandlers {
  const change = (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction) => Promise<StepOutcome | TeamOutcome | TeamEnded>, team_id?: string) =>
    once(deps, c, asks, async (tx): Promise<Change<TeamView> | NotStepped> => {
      const answer = await work(tx);
      if (answer.outcome !== 'done') return answer;
      const [found] = await listTeams(tx, { team_id: team_id ?? ('team_id' in answer ? answer.team_id : '0') });
      return { outcome: 'done', value: await shownTeam(deps, c, tx, found as TeamWithMembers, {}) };
    });
  return {
    listTeams: (c) => storeOf(deps, c).read(async (tx) => {
      const names = await namesOf(tx, deps, c.req.valid('query'));
      const teams = await listTeams(tx);
      return c.json({ on: names.on, teams: teams.map((one) => teamHeadView(one, names)), wanting: await wantingTeams(tx, teams, names) }, 200);
    }),
    readTeam: (c) => storeOf(deps, c).read(async (tx) => {
      const [found] = await listTeams(tx, { team_id: idText(c.req.valid('param').team_id) });
      return found === undefined ? refuse(c, 'unknown_team') : c.json(await shownTeam(deps, c, tx, found, c.req.valid('query')), 200);
    }),
    setUpTeam: async (c) => {
      const { campus_id = null, document_sha256 = null, ...body } = c.req.valid('json');
      if (body.on > deps.today()) return refuse(c, 'day_to_come');
      const answer = await change(c, { campus_id, document_sha256, ...body }, (tx) => setUpTeam(tx, { ...body, campus_id, document_sha256 }));
      return isDone(answer) ? c.json(answer.value, 201) : notStepped(c, answer);
    },
    endTeam: async (c) => {
      const team_id = idText(c.req.valid('param').team_id);
      const { on, reason } = c.req.valid('json');
      if (on > deps.today()) return refuse(c, 'day_to_come');
      const answer = await change(c, { team_id, on, reason }, (tx) => endTeam(tx, team_id, on, reason), team_id);
      return isDone(answer) ? c.json(answer.value, 200) : notStepped(c, answer);
    },
    nameTeamMember: async (c) => {
      const team_id = idText(c.req.valid('param').team_id);
      const body = c.req.valid('json');
      if (body.on > deps.today()) return refuse(c, 'day_to_come');
      const named = { ...body, staff_no: body.staff_no ?? null, document: body.document ?? null, term_to: body.term_to ?? null };
      const answer = await change(c, { team_id, ...named }, (tx) => nameMember(tx, team_id, named, askerOf(c).holder), team_id);
      return isDone(answer) ? c.json(answer.value, 201) : notStepped(c, answer);
    },
    stepTeamMember: async (c) => {
      const { team_id: team, member_id: member, act } = c.req.valid('param');
      const [team_id, member_id, body] = [idText(team), idText(member), c.req.valid('json')];
      if (body.on > deps.today()) return refuse(c, 'day_to_come');
      const step = { ...body, act, document: body.document ?? null, term_to: body.term_to ?? null, reason: body.reason ?? null };
      const answer = await change(c, { team_id, member_id, ...step }, (tx) => stepMember(tx, team_id, member_id, step, askerOf(c).holder), team_id);
      return isDone(answer) ? c.json(answer.value, 200) : notStepped(c, answer);
    },
  };
}

async function namesOf(tx: Transaction, deps: Deps, query: Partial<AskedDay>): Promise<TeamNames> {
  const place = await placeOf(tx);
  const organisations = await loadRows(tx, 'organisations', {});
  const campuses = await loadRows(tx, 'campuses', {});
  return {
    on: dayOf(deps, place, query).on, pack: place.pack,
    organisations: new Map(organisations.map((one) => [one.org_id, one])), campuses: new Map(campuses.map((one) => [one.campus_id, one])),
  };
}

async function shownTeam(deps: Deps, c: Context<ApiEnv>, tx: Transaction, found: TeamWithMembers, query: Partial<AskedDay>): Promise<TeamView> {
  return teamView(found, await namesOf(tx, deps, query), askerOf(c).holder, mayTouch(tx.actor.reach, 'teams', 'write', found.team.scopes));
}

function notStepped(c: Context<ApiEnv>, answer: NotStepped | NotDone) {
  switch (answer.outcome) {
    case 'out_of_order': return refuse(c, 'out_of_order', { detail: { zh: `没有保存：日期不能早于此前一步的 ${answer.after}（${answer.clause}）。`, en: `Nothing was stored. It cannot be dated before the step before it, ${answer.after} (${answer.clause}).` } });
    case 'unknown_staff_no': return refuse(c, 'unknown_staff_no', { detail: { zh: `没有保存：学校和学院的教职工台账中没有编号为 ${answer.staff_no} 的人员（${answer.clause}）。请核对编号，或留空只填姓名。`, en: `Nothing was stored. The register of staff of school and college has no ${answer.staff_no} (${answer.clause}). Check the number, or leave it out and give the name alone.` } });
    case 'step_refused': return stepRefused(c, answer.refusal);
    default: return refuse(c, answer.outcome);
  }
}

function stepRefused(c: Context<ApiEnv>, refusal: Refusal) {
  const { clause } = refusal;
  switch (refusal.why) {
    case 'same_person': return refuse(c, 'same_person', { detail: { zh: `没有保存：您已在此事中办理过前面的步骤，须由另一人办理（${clause}）。`, en: `Nothing was stored. You did an earlier step of this; another person has to do this one (${clause}).` } });
    case 'guard': return refuse(c, 'guard_unmet', { detail: guardText(refusal) });
    case 'reason_missing': return refuse(c, 'reason_missing');
    default: return refuse(c, 'step_not_possible', { detail: { zh: `没有保存：当前状态下不能办理这一步（${clause}），请刷新后查看。`, en: `Nothing was stored. This step cannot be taken in the present state (${clause}). Look at it again.` } });
  }
}

function guardText({ clause, guard: { label }, detail }: Extract<Refusal, { readonly why: 'guard' }>): Bilingual {
  return {
    zh: `没有保存：${clause} 要求“${label.zh}”。${detail?.zh ?? ''}`,
    en: `Nothing was stored. ${clause} asks for this: ${label.en}. ${detail?.en ?? ''}`.trim(),
  };
}
