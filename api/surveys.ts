import type { Context } from 'hono';
import { mayAtAll } from '../core/access/reach.ts';
import { SURVEY_REFUSALS } from '../core/surveys/refusals.ts';
import { answerSurvey, ownPlace } from '../store/surveys/answer.ts';
import { answeredSoFar, surveyResults } from '../store/surveys/results.ts';
import { loadSurveys, openSurvey, stateOf, withdrawSurvey, type StoredSurvey, type SurveyOutcome } from '../store/surveys/surveys.ts';
import { namesOfUnits } from '../store/surveys/unit.ts';
import type { Transaction } from '../store/transaction.ts';
import { withClause } from './admission.ts';
import type { SurveyHandlers } from './app-surveys.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import type { Seen } from './matter-view.ts';
import { seenBy } from './matters.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

/** The anonymous survey of a year over HTTP (S3-h). */
export function surveyHandlers(deps: Deps): Omit<SurveyHandlers, 'downloadSiteWorkbook' | 'downloadSitePaper'> {
  const acted = async (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, seen: Seen) => Promise<SurveyOutcome>) => {
    const answer = await once(deps, c, asks, async (tx) => {
      const done = await work(tx, await seenBy(deps, tx));
      return done.outcome === 'done' ? { outcome: 'done' as const, value: { id: done.id } } : done;
    });
    if (isDone(answer)) return c.json(answer.value, 201);
    return answer.outcome === 'key_of_another_request' ? refuse(c, answer.outcome) : refuse(c, answer.outcome, { detail: withClause(SURVEY_REFUSALS[answer.why]) });
  };
  return {
    listSurveys: (c) => storeOf(deps, c).read(async (tx) => {
      const { today } = await seenBy(deps, tx);
      const surveys = [];
      for (const one of await loadSurveys(tx)) surveys.push(await surveyView(tx, one, today));
      return c.json({ on: today, may_open: mayAtAll(tx.actor.reach, 'surveys', 'approve'), surveys }, 200);
    }),
    readOwnSurvey: (c) => storeOf(deps, c).read(async (tx) => c.json({ survey: await ownSurvey(tx, await seenBy(deps, tx)) }, 200)),
    openSurvey: (c) => { const asked = c.req.valid('json'); return acted(c, asked, (tx, { place, today }) => openSurvey(tx, asked, { pack: place.pack, today })); },
    withdrawSurvey: (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json') };
      return acted(c, asked, (tx) => withdrawSurvey(tx, idOf(asked.survey_id), asked.reason));
    },
    answerSurvey: (c) => {
      const { survey_id } = c.req.valid('param');
      // What was answered is no part of what the request is known by: a digest of it would tell the answer to whoever tries them all.
      return acted(c, { survey_id }, (tx, { today }) => answerSurvey(tx, { survey_id: idOf(survey_id), ...c.req.valid('json') }, today));
    },
  };
}

async function surveyView(tx: Transaction, one: StoredSurvey, today: Seen['today']) {
  const results = await surveyResults(tx, one, today);
  const names = await namesOfUnits(tx, (results ?? []).flatMap(({ units }) => units.map(({ unit }) => unit)));
  return {
    survey_id: one.survey_id, year: one.year, opens_on: one.opens_on, closes_on: one.closes_on, groups: one.groups, least: one.least, state: stateOf(one, today), withdrawn: one.withdrawn,
    answered: await answeredSoFar(tx, one.survey_id),
    results: results?.map((result) => ({ ...result, units: result.units.map(({ unit, shown }) => ({ unit, name: names.get(unit) ?? unit, shown })) })) ?? null,
  };
}

/** The one that is open and asks people like them; none where nothing is asked. */
async function ownSurvey(tx: Transaction, { today }: Seen) {
  for (const one of await loadSurveys(tx)) {
    const place = stateOf(one, today) === 'open' ? await ownPlace(tx, one) : null;
    if (place === null) continue;
    const marks = await tx.query('select 1 from survey_marks where region_id = $1 and survey_id = $2 and account = $3', [tx.actor.region_id, one.survey_id, tx.actor.account]);
    return { survey_id: one.survey_id, year: one.year, closes_on: one.closes_on, group: place.group, least: one.least, answered: marks.length > 0 };
  }
  return null;
}
