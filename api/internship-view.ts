import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import { deviceInWords, maskedAddress } from '../core/agreements/evidence.ts';
import { PARTIES, speaksFor } from '../core/internships/parties.ts';
import type { Missing } from '../core/internships/papers.ts';
import { missingParties, refusalOfSignature } from '../core/internships/signing.ts';
import { ACTS, HELD, mayDo, TRANSITIONS } from '../core/internships/states.ts';
import type { Law } from '../store/agreements/law.ts';
import { signedByAllOn, toSign, trainedOn, type Entry, type Placement, type Signature } from '../store/internships/placement.ts';
import { passedOf } from '../store/internships/passed.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listInternships, readInternship } from './contract/internships.ts';
import type { Asker } from './environment.ts';

type Listed = z.infer<(typeof listInternships.responses)[200]['content']['application/json']['schema']>['internships'][number];
type Whole = z.infer<(typeof readInternship.responses)[200]['content']['application/json']['schema']>;

/** An internship as it is listed: how it stands, what it lacks, and what the asker may do. */
export function internshipView(tx: Transaction, one: Placement, { asker: { holder }, law, missing }: { readonly asker: Pick<Asker, 'holder'>; readonly law: Law; readonly missing: (one: Placement) => readonly Missing[] }): Listed {
  const { placement_id, post_id, student_id, class_id, programme_id, employer_id, content, content_hash, state, since, until, signatures } = one;
  const { person_id } = holder;
  const held = HELD.includes(state);
  const attempt = { content_hash, person_id, on: law.on };
  const writes = mayTouch(tx.actor.reach, 'placements', 'write', one.scopes);
  return {
    placement_id: String(placement_id), post_id: String(post_id), student_id, student: content.student.name, class_id, programme_id, programme: content.programme.name, school: content.school.name,
    employer_id, firm: content.firm.name, title: content.post.title, place: content.post.place, from: since, to: until, state, content_hash,
    signed: signatures.map(({ party }) => party), waiting: held ? missingParties(toSign(one), law.value, law.on) ?? [] : [], agreed_on: signedByAllOn(one, law), trained_on: trainedOn(one),
    missing: state === 'planned' || state === 'started' ? [...missing(one)] : [], passed: passedOf(one),
    may_sign_as: PARTIES.filter((party) => speaksFor(party, holder, one) && refusalOfSignature(toSign(one), { ...attempt, party }, law.value) === null),
    may: writes ? ACTS.filter((act) => TRANSITIONS[state][act] !== undefined && mayDo(act, holder.roles, one)) : [],
  };
}

export function signatureView({ party, way, on, at, signer, confirmed_at, device, address, file_hash }: Signature): Whole['signatures'][number] {
  return { party, way, on, at, signer, evidence: way === 'paper' ? (file_hash ?? '') : `${confirmed_at} · ${deviceInWords(device)} · ${maskedAddress(address)}` };
}

export function entryView({ version, act, on, at, by, detail: { hours, led_by, proof, passed, note, assessed_by } }: Entry): Whole['entries'][number] {
  return { version, act, on, at, by, hours: hours ?? null, led_by: led_by ?? null, proof: proof ?? null, passed: passed ?? null, note: note ?? null, assessed_by: assessed_by ?? null };
}
