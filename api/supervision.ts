import type { Context } from 'hono';
import { ANSWER_FAULTS } from '../core/supervision/answers.ts';
import { periodOf } from '../core/supervision/visit.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { checklistOf } from '../store/supervision/checklist-of.ts';
import { correctVisit, mayVisit, recordVisit, type NotRecorded, type Recorded } from '../store/supervision/record-visit.ts';
import { loadVisit } from '../store/supervision/visit.ts';
import type { Transaction } from '../store/transaction.ts';
import type { SupervisionHandlers } from './app-supervision.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { seenBy } from './matters.ts';
import { isDone, once, type Change } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { refuse, type Particulars } from './refuse.ts';
import { idOf } from './registers.ts';
import { visitListing, visitView } from './supervision-view.ts';

/** Supervision visits over HTTP (S3-a, S3-c). */
export function supervisionHandlers(deps: Deps): SupervisionHandlers {
  const dayAsked = async (tx: Transaction) => {
    const { place, today } = await seenBy(deps, tx);
    return { pack: place.pack, today };
  };
  const change = async (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, given: Awaited<ReturnType<typeof dayAsked>>) => Promise<Recorded>) => {
    const answer = await once(deps, c, asks, async (tx): Promise<Change<{ visit_id: string; findings: number }> | NotRecorded> => {
      const done = await work(tx, await dayAsked(tx));
      return done.outcome === 'done' ? { outcome: 'done', value: { visit_id: String(done.visit_id), findings: done.findings } } : done;
    });
    if (isDone(answer)) return c.json(answer.value, 201);
    return answer.outcome === 'key_of_another_request' ? refuse(c, answer.outcome) : refuse(c, ...visitRefusal(answer));
  };
  return {
    listVisits: (c) => storeOf(deps, c).read(async (tx) => c.json(await visitListing(tx, await dayAsked(tx)), 200)),
    readVisit: (c) => storeOf(deps, c).read(async (tx) => {
      const visit = await loadVisit(tx, idOf(c.req.valid('param').visit_id));
      return visit === null ? refuse(c, 'unknown_visit') : c.json(await visitView(tx, visit), 200);
    }),
    readChecklist: (c) => storeOf(deps, c).read(async (tx) => {
      const asked = c.req.valid('query');
      const lines = mayVisit(tx, asked.college_id) ? await tx.whole(async (whole) => checklistOf(whole, asked, (await dayAsked(whole)).pack)) : null;
      return lines === null ? refuse(c, 'unknown_school') : c.json({ ...periodOf(asked.kind, asked.on), lines }, 200);
    }),
    recordVisit: (c) => change(c, c.req.valid('json'), (tx, given) => recordVisit(tx, c.req.valid('json'), given)),
    correctVisit: (c) => {
      const asked = { visit_id: idOf(c.req.valid('param').visit_id), ...c.req.valid('json') };
      return change(c, asked, (tx, given) => correctVisit(tx, asked, given));
    },
  };
}

const said = (zh: string, en: string): Bilingual => ({ zh: `没有保存。${zh}（依据 S3-a、S3-c）。`, en: `Nothing was stored. ${en} (S3-a, S3-c).` });

const WHY: Readonly<Record<Exclude<NotRecorded['outcome'], 'unknown_visit' | 'no_rules' | 'answers_wrong'>, Bilingual>> = {
  not_your_school: said('学院只检查与本学院有专业项目的学校', 'A college visits the schools of its own programmes'),
  day_to_come: said('检查日期还没有到', 'The day of the visit is yet to come'),
  corrected_already: said('这次检查已经更正过，请在更正后的记录上再更正', 'The visit was put right already; correct the record that answers it'),
  other_period: said('更正后的日期须在同一学期或学年', 'The day of a correction lies in the same term or year'),
};

/** Each refusal with its outcome; answers that are wrong by their line. */
function visitRefusal(answer: NotRecorded): readonly [Extract<OutcomeCode, 'unknown_visit' | 'no_rule_in_force' | 'visit_refused'>, Particulars] {
  if (answer.outcome === 'unknown_visit') return ['unknown_visit', {}];
  if (answer.outcome === 'no_rules') return ['no_rule_in_force', {}];
  if (answer.outcome !== 'answers_wrong') return ['visit_refused', { detail: WHY[answer.outcome] }];
  return ['visit_refused', { errors: answer.problems.map(({ line, why }) => {
    const { zh, en } = ANSWER_FAULTS[why];
    return { path: `lines.${line ?? ''}`, code: why, text: { zh: line === null ? zh : `${line}：${zh}`, en: line === null ? en : `${line}: ${en}` } };
  }) }];
}
