import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { agreementsById } from '../store/agreements/agreement.ts';
import { confirmAgreement, type ConfirmOutcome } from '../store/agreements/confirming.ts';
import { handOver } from '../store/agreements/copies.ts';
import { agreementEnd } from '../store/agreements/ending.ts';
import { followedStudents, type Followed } from '../store/agreements/five-years.ts';
import { historyOf } from '../store/agreements/history.ts';
import type { Law } from '../store/agreements/law.ts';
import { recordPaper } from '../store/agreements/paper.ts';
import { askSigningCode, signAgreements, type Signing } from '../store/agreements/signing.ts';
import { fiveYears } from '../core/agreements/five-years.ts';
import { missingParties } from '../core/agreements/signing.ts';
import { toSign } from '../store/agreements/agreement.ts';
import type { Transaction } from '../store/transaction.ts';
import { attachmentKind, ATTACHMENT_REFUSALS, MEDIA_TYPES } from '../workbook/attachment-kind.ts';
import type { Handlers } from './app.ts';
import { lawNow } from './agreements.ts';
import { whyRefused } from './agreement-refusals.ts';
import { mayConfirmAs, maySignAs } from './agreement-view.ts';
import { askerOf, channelsOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv, Asker } from './environment.ts';
import { isDone, once } from './once.ts';
import { originOf } from './reached.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { nameOfFile } from './sound-text.ts';

type SigningHandlers = Pick<Handlers, 'askSigningCode' | 'signAgreements' | 'recordAgreementPaper' | 'handOverCopy' | 'confirmAgreement' | 'readFiveYears'>;

/** Who acts, with what in hand. */
function signerOf(deps: Deps, c: Context<ApiEnv>): Pick<Signing, 'signer' | 'device' | 'address'> {
  const { name, holder } = askerOf(c);
  const { person_id, student_id, wards, roles } = holder;
  return { signer: { name, person_id, student_id, wards, roles }, device: c.req.header('user-agent') ?? '', address: originOf(c, deps).address };
}

const itemsOf = (items: readonly { agreement_id: string; version: number; content_hash: string }[]) => items.map((item) => ({ ...item, agreement_id: idOf(item.agreement_id) }));

/** Signing, on the phone and by list; paper; copies; the confirmation of year 4. */
export function agreementSigningHandlers(deps: Deps): SigningHandlers {
  const channels = (c: Context<ApiEnv>) => channelsOf(deps, askerOf(c).region);
  return {
    askSigningCode: async (c) => {
      const { party, items } = c.req.valid('json');
      const { signer } = signerOf(deps, c);
      const answer = await once(deps, c, { party, items }, async (tx) => {
        const asked = await askSigningCode(tx, { party, items: itemsOf(items), signer }, await lawNow(deps, tx), channels(c));
        return asked.outcome === 'done' ? { outcome: 'done' as const, value: { sent_to: asked.sent_to ?? '', expires_at: asked.expires_at as string } } : asked;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      if ('wait_s' in answer) c.header('retry-after', String(answer.wait_s));
      return 'why' in answer ? refuse(c, answer.outcome, whyRefused(answer.why, answer.student)) : refuse(c, answer.outcome);
    },
    signAgreements: async (c) => {
      const { party, items, code } = c.req.valid('json');
      const by = signerOf(deps, c);
      const answer = await once(deps, c, { party, items, code: createHash('sha256').update(code).digest('hex') }, async (tx) =>
        signAgreements(tx, { ...by, party, items: itemsOf(items), code }, await lawNow(deps, tx), channels(c)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'why' in answer ? refuse(c, answer.outcome, whyRefused(answer.why, answer.student)) : refuse(c, answer.outcome);
    },
    recordAgreementPaper: async (c) => {
      const { file, version, content_hash, student, guardian, school, college } = c.req.valid('form');
      const { agreement_id } = c.req.valid('param');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kind = await attachmentKind(nameOfFile(file), bytes);
      if (typeof kind !== 'string') return refuse(c, 'file_refused', { detail: ATTACHMENT_REFUSALS[kind.refused] });
      const signed = { ...(student !== undefined && { student }), ...(guardian !== undefined && { guardian }), ...(school !== undefined && { school }), ...(college !== undefined && { college }) };
      const answer = await once(deps, c, { agreement_id, version, content_hash, signed, sha256: createHash('sha256').update(bytes).digest('hex') }, async (tx) =>
        recordPaper(tx, { agreement_id: idOf(agreement_id), version, content_hash, signed, file: { bytes, media_type: MEDIA_TYPES[kind] } }, await lawNow(deps, tx)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'why' in answer ? refuse(c, answer.outcome, whyRefused(answer.why)) : refuse(c, answer.outcome);
    },
    handOverCopy: async (c) => {
      const asked = c.req.valid('json');
      const { agreement_id } = c.req.valid('param');
      const answer = await once(deps, c, { agreement_id, ...asked }, async (tx) => handOver(tx, { agreement_id: idOf(agreement_id), ...asked }, await lawNow(deps, tx)));
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    confirmAgreement: async (c) => {
      const asked = c.req.valid('json');
      const { agreement_id } = c.req.valid('param');
      const by = signerOf(deps, c);
      const answer = await once(deps, c, { agreement_id, ...asked }, async (tx): Promise<ConfirmOutcome> =>
        confirmAgreement(tx, { ...by, ...asked, agreement_id: idOf(agreement_id) }, await lawNow(deps, tx)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'why' in answer ? refuse(c, answer.outcome, whyRefused(answer.why)) : refuse(c, answer.outcome);
    },
    readFiveYears: (c) => storeOf(deps, c).read(async (tx) => {
      const asker = askerOf(c);
      const law = await lawNow(deps, tx);
      const { student_id, wards } = asker.holder;
      const students = await followedStudents(tx, [...(student_id === null ? [] : [student_id]), ...wards], law);
      const views = [];
      for (const one of students) views.push(await followedView(tx, one, asker, law));
      return c.json({ on: law.on, students: views }, 200);
    }),
  };
}

async function followedView(tx: Transaction, { student_id, name, school, programme, grade, stage, agreement_id, facts }: Followed, asker: Asker, law: Law) {
  const [agreement] = agreement_id === null ? [] : await agreementsById(tx, [agreement_id], 'read');
  const ended = await tx.whole((whole) => agreementEnd(whole, student_id));
  const history = agreement === undefined ? null : await historyOf(tx, agreement, law.on);
  return {
    student_id, name, school, programme, grade, stage, milestones: fiveYears(facts, law.value, law.on), agreement_ended: ended,
    agreement: agreement === undefined || history === null ? null : {
      agreement_id: String(agreement.agreement_id), may_sign_as: ended === null ? maySignAs(agreement, asker, law) : [], may_confirm_as: mayConfirmAs(agreement, history, asker, law), due_on: facts.agreement.due_on,
      missing: ended !== null || agreement.holds === agreement.version ? [] : missingParties(toSign(agreement), law.value, law.on) ?? [],
    },
  };
}
