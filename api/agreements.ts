import type { Context } from 'hono';
import { PARTY_NAMES } from '../core/agreements/party.ts';
import { academicYearOf } from '../core/values/plain-date.ts';
import { mayTouch } from '../core/access/reach.ts';
import { agreementsById } from '../store/agreements/agreement.ts';
import { drawUpAgreements, redrawAgreement } from '../store/agreements/drawing-up.ts';
import { studentFacts, type AskedStudents } from '../store/agreements/facts.ts';
import { historyOf } from '../store/agreements/history.ts';
import { lawOn, type Law } from '../store/agreements/law.ts';
import { agreementLedger, ledgerPaper } from '../store/agreements/ledger.ts';
import { listAgreements, type ListedAgreement } from '../store/agreements/listing.ts';
import { suggestYears } from '../store/agreements/preparing.ts';
import { readScan, takePaper } from '../store/agreements/copies.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { ledgerWorkbook } from '../workbook/agreement-ledger.ts';
import type { Ledger } from '../core/agreements/ledger.ts';
import type { Handlers } from './app.ts';
import { agreementView } from './agreement-view.ts';
import { whatLacks } from './agreement-refusals.ts';
import { MEDIA_TYPES } from '../workbook/attachment-kind.ts';
import { XLSX } from './contract/files.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type AgreementHandlers = Pick<Handlers,
  'listAgreements' | 'readAgreement' | 'prepareAgreements' | 'drawUpAgreements' | 'redrawAgreement' | 'downloadAgreement' | 'downloadAgreementScan' | 'downloadLedgerWorkbook' | 'downloadLedgerPaper'>;

const SUFFIXES: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(MEDIA_TYPES).map(([suffix, type]) => [type, suffix]));

/** The values of law of the day on which somebody acts; in the sample that of its figures. */
export async function lawNow(deps: Deps, tx: Transaction): Promise<Law> {
  const place = await placeOf(tx);
  return lawOn(place.pack.parameters, dayOf(deps, place, {}).on);
}

/** Agreements of new students: drawn up by the school, read by all parties. */
export function agreementHandlers(deps: Deps): AgreementHandlers {
  return {
    listAgreements: (c) => storeOf(deps, c).read(async (tx) => {
      const { cohort, school_id = null, programme_id = null } = c.req.valid('query');
      const law = await lawNow(deps, tx);
      const year = cohort ?? academicYearOf(law.on);
      const { listed, unnamed, unnamed_registered } = await listAgreements(tx, { cohort: year, school_id, programme_id }, law);
      const names = await namesOf(tx);
      return c.json({ on: law.on, cohort: year, unnamed, unnamed_registered, agreements: listed.map((one) => listedView(one, names)) }, 200);
    }),
    readAgreement: (c) => storeOf(deps, c).read(async (tx) => {
      const [agreement] = await agreementsById(tx, [idOf(c.req.valid('param').agreement_id)], 'read');
      if (agreement === undefined) return refuse(c, 'unknown_agreement');
      const law = await lawNow(deps, tx);
      return c.json(agreementView(tx, agreement, await historyOf(tx, agreement, law.on), askerOf(c), law), 200);
    }),
    prepareAgreements: (c) => storeOf(deps, c).read(async (tx) => {
      const { programme_id, cohort } = c.req.valid('query');
      const law = await lawNow(deps, tx);
      const suggested = await suggestYears(tx, { programme_id, cohort }, law);
      const students = suggested === null ? [] : await ownStudents(tx, { school_id: suggested.school_id, cohort, programme_id, class_id: null, students: null }, law);
      if (suggested === null || students.length === 0) return refuse(c, suggested === null ? 'unknown_programme' : 'no_students');
      const { programme, years, places } = suggested;
      return c.json({ programme_id, programme, cohort, students, years, places }, 200);
    }),
    drawUpAgreements: async (c) => {
      const asked = c.req.valid('json');
      const { years, terms, cohort, programme_id, class_id } = asked;
      const answer = await once(deps, c, asked, async (tx) => {
        const drawn = await drawUpAgreements(tx, { school_id: null, cohort, programme_id, class_id, students: null }, { years, terms }, await lawNow(deps, tx));
        return drawn.outcome === 'done' ? { ...drawn, value: { ...drawn.value, made: drawn.value.made.map((one) => ({ ...one, agreement_id: String(one.agreement_id) })) } } : drawn;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    redrawAgreement: async (c) => {
      const asked = c.req.valid('json');
      const { agreement_id } = c.req.valid('param');
      const { years, terms, version, reason } = asked;
      type Redrawn = Change<{ agreement_id: string; version: number }> | Exclude<Awaited<ReturnType<typeof redrawAgreement>>, { outcome: 'done' }>;
      const answer = await once(deps, c, { agreement_id, ...asked }, async (tx): Promise<Redrawn> => {
        const redrawn = await redrawAgreement(tx, { agreement_id: idOf(agreement_id), version, reason }, { years, terms }, await lawNow(deps, tx));
        return redrawn.outcome === 'done' ? { outcome: 'done', value: { agreement_id, version: redrawn.version } } : redrawn;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'agreement_incomplete' ? refuse(c, answer.outcome, whatLacks(answer.lacking)) : refuse(c, answer.outcome);
    },
    downloadAgreement: async (c) => {
      const { name, holder } = askerOf(c);
      const family = holder.roles.some(({ role }) => role === 'student' || role === 'guardian') ? name : null;
      const found = await storeOf(deps, c).write(async (tx) =>
        takePaper(tx, { agreement_id: idOf(c.req.valid('param').agreement_id), version: null, family }, await lawNow(deps, tx)));
      return found === null ? refuse(c, 'unknown_agreement') : attachment(c, `${found.number}${found.version === 1 ? '' : ` 第${found.version}版`}.pdf`, 'application/pdf', found.bytes);
    },
    downloadAgreementScan: async (c) => {
      const { agreement_id, party } = c.req.valid('param');
      const found = await storeOf(deps, c).disclose((tx) => readScan(tx, idOf(agreement_id), party));
      // Given as a file to save, under a type that no browser runs, whatever it is.
      return found === null ? refuse(c, 'unknown_agreement') : attachment(c, `三方协议扫描件 ${agreement_id} ${PARTY_NAMES[party].zh}.${SUFFIXES[found.media_type] ?? 'bin'}`, 'application/octet-stream', found.bytes);
    },
    downloadLedgerWorkbook: async (c) => {
      const found = await ledgerOf(deps, c, c.req.valid('query'), async (tx, ledger) => ledgerWorkbook(ledger, (await placeOf(tx)).region.sample));
      return found === null ? refuse(c, 'no_students') : attachment(c, `${found.name}.xlsx`, XLSX, found.bytes);
    },
    downloadLedgerPaper: async (c) => {
      const found = await ledgerOf(deps, c, c.req.valid('query'), ledgerPaper);
      return found === null ? refuse(c, 'no_students') : attachment(c, `${found.name}.pdf`, 'application/pdf', found.bytes);
    },
  };
}

/** Students of a programme whose agreements the asker may draw up. */
async function ownStudents(tx: Transaction, asked: AskedStudents, law: Law): Promise<{ student_id: string; name: string; drawn_up: boolean }[]> {
  const students = (await studentFacts(tx, asked, law.on)).filter(({ scopes }) => mayTouch(tx.actor.reach, 'agreements', 'write', scopes));
  const there = new Set((await tx.query<{ student_id: string }>('select student_id from student_agreements where region_id = $1 and student_id = any($2::text[])',
    [tx.actor.region_id, students.map(({ student }) => student.student_id)])).map(({ student_id }) => student_id));
  return students.map(({ student: { student_id, name } }) => ({ student_id, name, drawn_up: there.has(student_id) }));
}

interface Names {
  readonly schools: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
}

async function namesOf(tx: Transaction): Promise<Names> {
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  return { schools: new Map(organisations.map(({ org_id, name }) => [org_id, name])), programmes: new Map(programmes.map(({ programme_id, name }) => [programme_id, name])) };
}

function listedView({ birth_date: _birth, cohort: _cohort, agreement_id, school_id, programme_id, ...one }: ListedAgreement, { schools, programmes }: Names) {
  return {
    ...one, agreement_id: agreement_id === null ? null : String(agreement_id), school_id, school: schools.get(school_id) ?? school_id, programme_id, programme: programmes.get(programme_id) ?? programme_id,
  };
}

/** The ledger in the form that `write` gives it; whoever takes it along is written down. */
function ledgerOf(
  deps: Deps, c: Context<ApiEnv>, { cohort, school_id, programme_id = null }: { cohort?: number | undefined; school_id: string; programme_id?: string | null | undefined }, write: (tx: Transaction, ledger: Ledger) => Promise<Uint8Array>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  return storeOf(deps, c).disclose(async (tx) => {
    const law = await lawNow(deps, tx);
    const ledger = await agreementLedger(tx, { cohort: cohort ?? academicYearOf(law.on), school_id, programme_id }, law);
    if (ledger === null) {
      tx.discard();
      return null;
    }
    await tx.audit({ action: 'agreement.ledger', object: `schools/${school_id}`, detail: { cohort: ledger.cohort, rows: ledger.lines.length } });
    return { name: `${ledger.school} ${ledger.cohort}级三方协议签订台账 ${ledger.on}`, bytes: await write(tx, ledger) };
  });
}
