import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mayTouch } from '../core/access/reach.ts';
import { agreementState, type AgreementRefusal } from '../core/partners/agreement.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { correctAgreement, historyOfAgreement, listPartnerAgreements, recordAgreement, type AgreementOutcome, type DraftedAgreement, type RecordedAgreement } from '../store/partners.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import type { partnerAgreement, recordPartnerAgreement } from './contract/partners.ts';
import { noticeDays, parametersOf } from './cooperation-verdicts.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type PartnerHandlers = Pick<Handlers, 'listPartnerAgreements' | 'readPartnerAgreement' | 'recordPartnerAgreement' | 'correctPartnerAgreement'>;
export type AgreementView = z.infer<typeof partnerAgreement>;
type DraftBody = z.infer<(typeof recordPartnerAgreement.request.body.content)['application/json']['schema']>;

/** Agreements between college, school and firms. */
export function partnerHandlers(deps: Deps): PartnerHandlers {
  const change = (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction) => Promise<AgreementOutcome>) =>
    once(deps, c, asks, async (tx): Promise<Change<AgreementView> | NotRecorded> => {
      const answer = await work(tx);
      if (answer.outcome !== 'done') return answer;
      const [made] = await historyOfAgreement(tx, answer.agreement_id);
      const place = await placeOf(tx);
      const day = dayOf(deps, place, {});
      return { outcome: 'done', value: agreementView(made as RecordedAgreement, { ...await agreementNames(tx), on: day.on, notice_days: noticeDays(parametersOf(place.pack, day.on)), tx }) };
    });
  return {
    listPartnerAgreements: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const day = dayOf(deps, place, c.req.valid('query'));
      return c.json(await answered(tx, await listPartnerAgreements(tx, { known_on: day.known_on }), day.on, noticeDays(parametersOf(place.pack, day.on))), 200);
    }),
    readPartnerAgreement: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const day = dayOf(deps, place, c.req.valid('query'));
      const history = await historyOfAgreement(tx, idText(c.req.valid('param').agreement_id));
      if (history.length === 0) return refuse(c, 'unknown_partner_agreement');
      return c.json(await answered(tx, history, day.on, noticeDays(parametersOf(place.pack, day.on))), 200);
    }),
    recordPartnerAgreement: async (c) => {
      const body = c.req.valid('json');
      if (body.signed_on > deps.today()) return refuse(c, 'day_to_come');
      const answer = await change(c, body, (tx) => recordAgreement(tx, draftOf(body)));
      return isDone(answer) ? c.json(answer.value, 201) : notRecorded(c, answer);
    },
    correctPartnerAgreement: async (c) => {
      const { reason, ...body } = c.req.valid('json');
      const { agreement_id } = c.req.valid('param');
      if (body.signed_on > deps.today()) return refuse(c, 'day_to_come');
      const answer = await change(c, { agreement_id, reason, ...body }, (tx) => correctAgreement(tx, idText(agreement_id), draftOf(body), reason));
      return isDone(answer) ? c.json(answer.value, 201) : notRecorded(c, answer);
    },
  };
}

/** Numbers as the store takes them; anything else names nothing. */
export const idText = (text: string): string => String(idOf(text));

function draftOf({ to, document_sha256, ...body }: DraftBody): DraftedAgreement {
  return { ...body, to: to ?? null, document_sha256: document_sha256 ?? null };
}

type NotRecorded = Exclude<AgreementOutcome, { readonly outcome: 'done' }>;

function notRecorded(c: Context<ApiEnv>, answer: NotRecorded | NotDone) {
  if (answer.outcome !== 'agreement_refused') return refuse(c, answer.outcome);
  return refuse(c, answer.refusal.why === 'ends_before_it_begins' ? 'ends_before_it_begins' : 'agreement_refused', answer.refusal.why === 'ends_before_it_begins' ? {} : { detail: WHY[answer.refusal.why]('id' in answer.refusal ? answer.refusal.id : '') });
}

/** Why an agreement was not recorded, and what to do. */
const WHY: Readonly<Record<Exclude<AgreementRefusal['why'], 'ends_before_it_begins'>, (id: string) => Bilingual>> = {
  one_party: () => ({ zh: '没有保存：合作协议至少有两方。', en: 'Nothing was stored. An agreement has two parties at least.' }),
  no_college_or_school: () => ({ zh: '没有保存：合作协议须有学院或学校一方（M1-a）。', en: 'Nothing was stored. A college or a school is a party (M1-a).' }),
  unknown_party: (id) => ({ zh: `没有保存：单位名录中没有“${id}”。请核对统一社会信用代码，或先登记该单位。`, en: `Nothing was stored. The directory does not know "${id}". Check the credit code, or record the organisation first.` }),
  party_of_other_kind: (id) => ({ zh: `没有保存：“${id}”不是学院、学校、企业或园区。`, en: `Nothing was stored. "${id}" is no college, school, firm or park.` }),
  bad_credit_code: (id) => ({ zh: `没有保存：统一社会信用代码“${id}”校验不通过，请核对。`, en: `Nothing was stored. The credit code "${id}" is wrong in itself. Check it.` }),
  no_credit_code: (id) => ({ zh: `没有保存：企业“${id}”没有登记统一社会信用代码（S2-h），请先补登。`, en: `Nothing was stored. No credit code is recorded of the firm "${id}" (S2-h). Record it first.` }),
  unknown_programme: (id) => ({ zh: `没有保存：没有专业项目“${id}”。`, en: `Nothing was stored. There is no programme "${id}".` }),
  programme_of_others: (id) => ({ zh: `没有保存：专业项目“${id}”不属于协议中的学院和学校（M1-a）。`, en: `Nothing was stored. The programme "${id}" is not of the college and school that are parties (M1-a).` }),
};

/** What gives names to the ids of agreements. */
interface AgreementNames {
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly programmes: ReadonlyMap<string, { readonly name: string }>;
}

export async function agreementNames(tx: Transaction): Promise<AgreementNames> {
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  return { organisations: new Map(organisations.map((one) => [one.org_id, one])), programmes: new Map(programmes.map((one) => [one.programme_id, one])) };
}

interface Asked extends AgreementNames {
  readonly tx: Transaction;
  readonly on: PlainDate;
  readonly notice_days: number;
}

export function agreementView(one: RecordedAgreement, { tx, on, notice_days, organisations, programmes }: Asked): AgreementView {
  const { agreement_id, number, from, to, terms, signed_on, document_sha256, answers, reason, recorded_at, recorded_by } = one;
  return {
    agreement_id, number, from, to, terms, signed_on, document_sha256, answers, reason, recorded_at, recorded_by, state: agreementState(one, on, notice_days),
    parties: one.parties.map((org_id) => ({ org_id, name: organisations.get(org_id)?.name ?? org_id, kind: organisations.get(org_id)?.kind ?? '' })),
    programmes: one.programmes.map((programme_id) => ({ programme_id, name: programmes.get(programme_id)?.name ?? programme_id })),
    may_correct: one.superseded_at === null && mayTouch(tx.actor.reach, 'partners', 'write', one.scopes),
  };
}

async function answered(tx: Transaction, agreements: readonly RecordedAgreement[], on: PlainDate, notice_days: number) {
  const names = await agreementNames(tx);
  return { on, notice_days, agreements: agreements.map((one) => agreementView(one, { ...names, tx, on, notice_days })) };
}
