import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { internshipBlocks } from '../core/internships/content.ts';
import { PARTY_NAMES } from '../core/internships/parties.ts';
import { mayTouch } from '../core/access/reach.ts';
import { HELD, mayRecordForFirm, TRANSITIONS } from '../core/internships/states.ts';
import { actOnPlacements, papersMissing } from '../store/internships/acting.ts';
import { coverOf } from '../store/insurance/cover-facts.ts';
import { papersOf, takeInternshipPaper } from '../store/internships/paper.ts';
import { firmHasAccount, recordPaperAssessment } from '../store/internships/paper-assessment.ts';
import { listPlacements, placementsById } from '../store/internships/placement.ts';
import { placeStudents } from '../store/internships/placing.ts';
import { readInternshipScan } from '../store/internships/scan.ts';
import { askInternshipCode, recordInternshipPaper, signInternships, type Signing } from '../store/internships/signing.ts';
import { attachmentKind, ATTACHMENT_REFUSALS, MEDIA_TYPES } from '../workbook/attachment-kind.ts';
import type { Handlers } from './app.ts';
import { lawNow } from './agreements.ts';
import { askerOf, channelsOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { whyNotDone, whyNotPlaced, whyNotSigned } from './internship-refusals.ts';
import { entryView, internshipView, signatureView } from './internship-view.ts';
import { isDone, once } from './once.ts';
import { originOf } from './reached.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { nameOfFile } from './sound-text.ts';

type InternshipHandlers = Pick<Handlers, 'listInternships' | 'readInternship' | 'placeInterns' | 'actOnInternships' | 'readMyInternships'>;
type SigningHandlers = Pick<Handlers, 'askInternshipCode' | 'signInternships' | 'recordInternshipPaper' | 'recordPaperAssessment' | 'downloadInternshipPaper' | 'downloadInternshipScan'>;

const SUFFIXES: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(MEDIA_TYPES).map(([suffix, type]) => [type, suffix]));

/** Internships: placed by the school, done by school and firm. */
export function internshipHandlers(deps: Deps): InternshipHandlers {
  return {
    listInternships: (c) => storeOf(deps, c).read(async (tx) => {
      const { all, ...asked } = c.req.valid('query');
      const law = await lawNow(deps, tx);
      const found = (await listPlacements(tx, asked)).filter((one) => all === '1' || HELD.includes(one.state) || one.state === 'ended');
      const missing = await papersMissing(tx, found, null, law);
      return c.json({ on: law.on, internships: found.map((one) => internshipView(tx, one, { asker: askerOf(c), law, missing })) }, 200);
    }),
    readInternship: (c) => storeOf(deps, c).read(async (tx) => {
      const [found] = await placementsById(tx, [idOf(c.req.valid('param').placement_id)], 'read');
      if (found === undefined) return refuse(c, 'unknown_internship');
      const law = await lawNow(deps, tx);
      const internship = internshipView(tx, found, { asker: askerOf(c), law, missing: await papersMissing(tx, [found], null, law) });
      const may_record_paper = internship.waiting.length > 0 && mayTouch(tx.actor.reach, 'placements', 'write', found.scopes) && askerOf(c).holder.roles.some(({ role }) => role === 'school_registrar');
      const may_record_for_firm = TRANSITIONS[found.state].assess_firm !== undefined && mayRecordForFirm(askerOf(c).holder.roles, found) && !await firmHasAccount(tx, found.employer_id, law.on);
      const paper = (await papersOf(tx, [found.placement_id])).get(found.placement_id) ?? null;
      return c.json({ on: law.on, internship, may_record_paper, may_record_for_firm, paper, blocks: internshipBlocks(found.content), template: found.content.template, signatures: found.signatures.map(signatureView), entries: found.entries.map(entryView) }, 200);
    }),
    placeInterns: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx) => {
        const placed = await placeStudents(tx, { ...asked, post_id: idOf(asked.post_id) }, askerOf(c).holder, await lawNow(deps, tx));
        return placed.outcome === 'done' ? { outcome: 'done' as const, value: { placed: placed.placed.map(String) } } : placed;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'refusals' in answer ? refuse(c, answer.outcome, whyNotPlaced(answer.refusals)) : refuse(c, answer.outcome);
    },
    actOnInternships: async (c) => {
      const asked = c.req.valid('json');
      const { act, on, placements, ...detail } = asked;
      const answer = await once(deps, c, asked, async (tx) => actOnPlacements(tx, { act, on, placements: placements.map(idOf), detail }, askerOf(c).holder, await lawNow(deps, tx)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'refusals' in answer ? refuse(c, answer.outcome, whyNotDone(answer.refusals)) : refuse(c, answer.outcome);
    },
    readMyInternships: (c) => storeOf(deps, c).read(async (tx) => {
      const asker = askerOf(c);
      const { student_id, wards } = asker.holder;
      const law = await lawNow(deps, tx);
      const own = [...(student_id === null ? [] : [student_id]), ...wards];
      const found = (await listPlacements(tx, { students: own })).filter(({ state }) => state !== 'cancelled');
      const [missing, cover] = [await papersMissing(tx, found, null, law), await coverOf(tx, own, law.on)];
      return c.json({ on: law.on, students: own.map((id) => ({
        student_id: id, internships: found.filter((one) => one.student_id === id).map((one) => internshipView(tx, one, { asker, law, missing })), insurance: cover.filter((one) => one.student_id === id).map(({ student_id: _id, ...one }) => one),
      })) }, 200);
    }),
  };
}

const itemsOf = (items: readonly { placement_id: string; content_hash: string }[]) => items.map((item) => ({ ...item, placement_id: idOf(item.placement_id) }));

/** Signing, on the phone and by list; and on paper. */
export function internshipSigningHandlers(deps: Deps): SigningHandlers {
  const channels = (c: Context<ApiEnv>) => channelsOf(deps, askerOf(c).region);
  const signerOf = (c: Context<ApiEnv>): Pick<Signing, 'signer' | 'device' | 'address'> => {
    const { name, holder: { person_id, student_id, wards, roles } } = askerOf(c);
    return { signer: { name, person_id, student_id, wards, roles }, device: c.req.header('user-agent') ?? '', address: originOf(c, deps).address };
  };
  return {
    askInternshipCode: async (c) => {
      const { party, items } = c.req.valid('json');
      const answer = await once(deps, c, { party, items }, async (tx) => {
        const asked = await askInternshipCode(tx, { party, items: itemsOf(items), signer: signerOf(c).signer }, await lawNow(deps, tx), channels(c));
        return asked.outcome === 'done' ? { outcome: 'done' as const, value: { sent_to: asked.sent_to ?? '', expires_at: asked.expires_at as string } } : asked;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      if ('wait_s' in answer) c.header('retry-after', String(answer.wait_s));
      return 'why' in answer ? refuse(c, answer.outcome, whyNotSigned(answer.why, answer.student)) : refuse(c, answer.outcome);
    },
    signInternships: async (c) => {
      const { party, items, code } = c.req.valid('json');
      const answer = await once(deps, c, { party, items, code: createHash('sha256').update(code).digest('hex') }, async (tx) =>
        signInternships(tx, { ...signerOf(c), party, items: itemsOf(items), code }, await lawNow(deps, tx), channels(c)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'why' in answer ? refuse(c, answer.outcome, whyNotSigned(answer.why, answer.student)) : refuse(c, answer.outcome);
    },
    recordInternshipPaper: async (c) => {
      const { file, content_hash, student, guardian, firm, school } = c.req.valid('form');
      const { placement_id } = c.req.valid('param');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kind = await attachmentKind(nameOfFile(file), bytes);
      if (typeof kind !== 'string') return refuse(c, 'file_refused', { detail: ATTACHMENT_REFUSALS[kind.refused] });
      const signed = { ...(student !== undefined && { student }), ...(guardian !== undefined && { guardian }), ...(firm !== undefined && { firm }), ...(school !== undefined && { school }) };
      const answer = await once(deps, c, { placement_id, content_hash, signed, sha256: createHash('sha256').update(bytes).digest('hex') }, async (tx) =>
        recordInternshipPaper(tx, { placement_id: idOf(placement_id), content_hash, signed, file: { bytes, media_type: MEDIA_TYPES[kind] } }, askerOf(c).holder, await lawNow(deps, tx)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'why' in answer ? refuse(c, answer.outcome, whyNotSigned(answer.why, answer.student)) : refuse(c, answer.outcome);
    },
    recordPaperAssessment: async (c) => {
      const { file, passed, ...asked } = c.req.valid('form');
      const { placement_id } = c.req.valid('param');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kind = await attachmentKind(nameOfFile(file), bytes);
      if (typeof kind !== 'string') return refuse(c, 'file_refused', { detail: ATTACHMENT_REFUSALS[kind.refused] });
      const answer = await once(deps, c, { placement_id, passed, ...asked, sha256: createHash('sha256').update(bytes).digest('hex') }, async (tx) =>
        recordPaperAssessment(tx, { placement_id: idOf(placement_id), ...asked, passed: passed === 'yes', file: { bytes, media_type: MEDIA_TYPES[kind] } }, askerOf(c).holder, await lawNow(deps, tx)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return 'refusals' in answer ? refuse(c, answer.outcome, whyNotDone(answer.refusals)) : refuse(c, answer.outcome);
    },
    downloadInternshipPaper: async (c) => {
      const { placement_id } = c.req.valid('param');
      const found = await storeOf(deps, c).disclose((tx) => takeInternshipPaper(tx, idOf(placement_id)));
      return found === null ? refuse(c, 'unknown_internship') : attachment(c, `实习协议 ${found.number}.pdf`, 'application/pdf', found.bytes);
    },
    downloadInternshipScan: async (c) => {
      const { placement_id, party } = c.req.valid('param');
      const found = await storeOf(deps, c).disclose((tx) => readInternshipScan(tx, idOf(placement_id), party));
      // Given as a file to save, under a type that no browser runs, whatever it is.
      return found === null ? refuse(c, 'unknown_internship') : attachment(c, `${party === 'assessment' ? '企业评价' : '实习协议'}扫描件 ${placement_id}${party === 'assessment' ? '' : ` ${PARTY_NAMES[party].zh}`}.${SUFFIXES[found.media_type] ?? 'bin'}`, 'application/octet-stream', found.bytes);
    },
  };
}
