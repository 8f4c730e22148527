import { MADE_PDF } from '../../workbook/made-attachments.ts';
import type { Act } from './policy-oracle.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { thingId } from './units.ts';
import { DAY } from './world.ts';
import { filledYears, type WorldAgreement } from './world-agreements.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const COHORT = 2022;

const agreementOf = ({ world, unit }: Where): WorldAgreement | null => world.agreements.find((one) => one.unit === unit.name) ?? null;
const idOf = (where: Where): string => agreementOf(where)?.agreement_id ?? '999999999';
const readOf = (where: Where) => ({ agreement_id: idOf(where), version: 1, content_hash: agreementOf(where)?.content_hash ?? '' });
const programmeOf = ({ unit }: Where): string => thingId('programme', unit.name, 'standing');
const absent = refused(404, 'unknown_agreement', { asAbsent: true });

/** What comes back to whoever may do this with the agreement; to anybody else there is none. */
function within(where: Where, act: Act, then: (found: WorldAgreement) => Expected): Expected {
  const found = agreementOf(where);
  return found !== null && mayWith(where.cell.asking, 'agreements', act, found.labels) ? then(found) : absent;
}

function seen({ world, cell: { asking } }: Where): Expected {
  const wanted = world.agreements.filter(({ labels }) => mayWith(asking, 'agreements', 'r', labels)).map(({ agreement_id }) => agreement_id);
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { agreements: { agreement_id: string | null }[] }).agreements.flatMap(({ agreement_id }) => agreement_id ?? []), wanted),
  });
}

/** Nobody follows anybody but themselves and their wards. */
function followed({ cell: { asking } }: Where): Expected {
  const own = asking.places.filter(({ role }) => role === 'student' || role === 'guardian').flatMap(({ role, levels }) => levels[role === 'student' ? 'S' : 'W'] ?? []);
  return done(200, { keeps: false, contents: ({ text }) => {
    const strangers = (JSON.parse(text) as { students: { student_id: string }[] }).students.filter(({ student_id }) => !own.includes(`student:${student_id}`));
    return strangers.length === 0 ? null : `not theirs: ${strangers.length}`;
  } });
}

/** A school's own are drawn up, whoever of them lacks something; of others there is nobody. */
const drawnUp = (where: Where, status: number, missing: string): Expected => {
  const found = agreementOf(where);
  return found !== null && mayWith(where.cell.asking, 'agreements', 'w', found.labels) ? done(status) : refused(404, found === null ? missing : 'no_students');
};

function ledger(where: Where): Expected {
  const { world, unit, cell: { asking } } = where;
  const some = world.agreements.some(({ labels }) => labels.includes(`org:${unit.school}`) && mayWith(asking, 'agreements', 'r', labels));
  return some ? done(200, { keeps: false }) : refused(404, 'no_students');
}

function paper(where: Where): FormData {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(MADE_PDF)], 'signed.pdf', { type: 'application/pdf' }));
  for (const [name, value] of Object.entries({ version: '1', content_hash: readOf(where).content_hash, student: DAY, school: DAY, college: DAY })) form.append(name, value);
  return form;
}

export const agreementCases = {
  listAgreements: { asks: ['agreements', 'r'], ask: () => get(`/api/agreements?cohort=${COHORT}`), expected: seen },
  readAgreement: { asks: ['agreements', 'r'], relations: RELATIONS, ask: (where) => get(`/api/agreements/${idOf(where)}`), expected: (where) => within(where, 'r', () => done(200, { keeps: false })) },
  downloadAgreement: {
    asks: ['agreements', 'r'], relations: RELATIONS, ask: (where) => get(`/api/agreements/${idOf(where)}/file`), slow: true,
    expected: (where) => within(where, 'r', ({ signed }) => (signed ? done(200) : refused(404, 'unknown_agreement'))),
  },
  downloadAgreementScan: {
    asks: ['agreements', 'r'], relations: RELATIONS, ask: (where) => get(`/api/agreements/${idOf(where)}/scans/student`),
    expected: (where) => within(where, 'r', ({ signed }) => (signed ? done(200, { keeps: false }) : refused(404, 'unknown_agreement'))),
  },
  readFiveYears: { asks: ['agreements', 'r'], ask: () => get('/api/five-years'), expected: followed },
  prepareAgreements: {
    asks: ['agreements', 'w'], relations: RELATIONS, ask: (where) => get(`/api/agreement-preparation?cohort=${COHORT}&programme_id=${programmeOf(where)}`), expected: (where) => drawnUp(where, 200, 'unknown_programme'),
  },
  drawUpAgreements: {
    asks: ['agreements', 'w'], relations: RELATIONS, ask: (where) => post('/api/agreements', { cohort: COHORT, programme_id: programmeOf(where), years: filledYears(where.unit) }), expected: (where) => drawnUp(where, 201, 'no_students'),
  },
  redrawAgreement: {
    asks: ['agreements', 'w'], relations: RELATIONS,
    ask: (where) => post(`/api/agreements/${idOf(where)}/versions`, { version: 1, reason: '有误', years: filledYears(where.unit), terms: '另有约定' }), expected: (where) => within(where, 'w', () => done(201, { keeps: true })),
  },
  // Nobody of the world has confirmed an address: what is asked here is whose agreement one may sign at all.
  askSigningCode: {
    asks: ['agreements', 'a'], relations: RELATIONS, ask: (where) => post('/api/agreement-codes', { party: 'college', items: [readOf(where)] }), expected: (where) => within(where, 'a', () => refused(409, 'signature_refused')),
  },
  signAgreements: {
    asks: ['agreements', 'a'], relations: RELATIONS, ask: (where) => post('/api/agreement-signatures', { party: 'college', items: [readOf(where)], code: '123456' }),
    expected: (where) => within(where, 'a', () => refused(409, 'signature_refused')),
  },
  recordAgreementPaper: {
    asks: ['agreements', 'w'], relations: RELATIONS, slow: true, ask: (where) => ({ method: 'POST', path: `/api/agreements/${idOf(where)}/paper`, form: paper(where) }),
    expected: (where) => within(where, 'w', ({ signed }) => (signed ? refused(409, 'paper_refused') : done(201, { keeps: true }))),
  },
  handOverCopy: {
    asks: ['agreements', 'w'], relations: RELATIONS, ask: (where) => post(`/api/agreements/${idOf(where)}/copies`, { holder: 'school', received_by: '教务处', received_on: DAY }),
    expected: (where) => within(where, 'w', ({ signed }) => (signed ? done(201, { keeps: true }) : refused(409, 'not_signed_yet'))),
  },
  confirmAgreement: {
    asks: ['agreements', 'a'], relations: RELATIONS, ask: (where) => post(`/api/agreements/${idOf(where)}/confirmation`, { party: 'guardian', version: 1, content_hash: readOf(where).content_hash }),
    expected: (where) => within(where, 'a', () => refused(409, 'confirmation_refused')),
  },
  downloadLedgerWorkbook: { asks: ['agreements', 'e'], relations: RELATIONS, slow: true, ask: ({ unit }) => get(`/api/agreement-ledger/workbook?cohort=${COHORT}&school_id=${unit.school}`), expected: ledger },
  downloadLedgerPaper: { asks: ['agreements', 'e'], relations: RELATIONS, slow: true, ask: ({ unit }) => get(`/api/agreement-ledger/paper?cohort=${COHORT}&school_id=${unit.school}`), expected: ledger },
} as const satisfies Record<string, RouteCase>;
