import { PLACE_AFTER } from '../../core/admission/places.ts';
import { SEAL_ACTS } from '../../core/approvals/matters/new-student-list.ts';
import { admissionsById } from '../admission/admission.ts';
import { bringUpIntakes } from '../admission/intakes.ts';
import { moveAdmissions } from '../admission/move-admissions.ts';
import { frozenList, listNow, listScopes } from '../admission/student-lists.ts';
import { loadRows } from '../campus-rows.ts';
import { issueDocument } from '../documents.ts';
import { bringIn } from '../import.ts';
import { lockFacts } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Bring, type Decided } from './decided.ts';
import { matterObject } from './matter.ts';

/** Freezes the list that goes to its seals. */
export const freezeList: Bring = async (tx, { matter, entry_no, details }) => {
  const of = { school_id: matter.subject, college_id: details.college ?? '', year: details.year ?? 0 };
  const list = await tx.whole((whole) => listNow(whole, of));
  await tx.decided(['documents'], (deciding) => deciding.change(
    `insert into student_lists (region_id, matter_id, entry_no, school_id, year, students, content, content_hash, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10)`,
    [tx.actor.region_id, matter.matter_id, entry_no, of.school_id, of.year, list.students.map(({ student_id }) => student_id), list.content, list.hash, listScopes(matter.scopes), tx.actor.account]));
  return brought({ kind: 'student_list', students: list.students.length, hash: list.hash });
};

/** M3-c: at the last seal the list is issued under its number, and everybody on it is filed under that number. */
export const fileList: Bring = async (tx, decided) => {
  const stamp = await lockFacts(tx);
  if (stamp === null) throw new Error('a list in a region that is not there');
  return tx.decided(['documents', 'students', 'imports'], (deciding) => deciding.whole(async (whole) => {
    const list = await frozenList(whole, decided.matter.matter_id);
    if (list === null) throw new Error('a list that was never frozen is sealed');
    const { number, document_id } = await issueDocument(whole, 'new_student_list', await contentOf(whole, decided, list), {
      object: matterObject(decided.matter.matter_id), thing: { labels: listScopes(decided.matter.scopes) },
    });
    const filings = list.students.map(({ student_id }, at) => ({ student_id, list_no: number, filed_on: decided.today, row: at + 1 }));
    const filed = await bringIn(whole, { filings }, { stamp, name: `新生名册备案 ${number}` });
    if (filed.outcome === 'problems') return filed;
    return brought({ kind: 'student_list', students: filings.length, hash: list.hash }, { kind: 'document', document_id: String(document_id), number });
  }));
};

type List = NonNullable<Awaited<ReturnType<typeof frozenList>>>;

async function contentOf(whole: Transaction, { matter, act, person, details, today }: Decided, { school_id, year, students, hash }: List) {
  const [school] = await loadRows(whole, 'organisations', {}, 'r.key = $2', school_id);
  const [college] = await loadRows(whole, 'organisations', {}, 'r.key = $2', details.college ?? '');
  const [sealing] = await whole.query<{ name: string }>('select display_name as name from people where region_id = $1 and person_id = $2', [whole.actor.region_id, person]);
  const seals = SEAL_ACTS.map((one) => {
    const entry = one.act === act ? { person_name: sealing?.name ?? '', on: today } : matter.entries.findLast((done) => done.act === one.act);
    return { party: one.label.zh, by: entry?.person_name ?? '', on: entry?.on ?? today };
  });
  return {
    dated: today, school_id, school: school?.name ?? school_id, college: college?.name ?? details.college ?? '', year,
    addition: matter.kind.id === 'late_student_list' ? matter.entries.findLast((done) => done.act === 'submit')?.reason ?? '' : '', list_hash: hash, students, seals,
  };
}

/** R3-b: what the head of the school approved of places. */
export const changePlaces: Bring = async (tx, { matter, details: { place, admissions = [], year }, today }) => {
  if (place === undefined) throw new Error('places that nothing becomes of');
  const stamp = await lockFacts(tx);
  if (stamp === null) throw new Error('places in a region that is not there');
  const reason = matter.entries.findLast(({ act }) => act === 'propose')?.reason ?? null;
  await tx.decided(['students'], (deciding) => deciding.whole(async (whole) => {
    const known = await admissionsById(whole, admissions.map(Number));
    if (!await moveAdmissions(whole, known, { act: place, to: PLACE_AFTER[place], on: today, reason, at: stamp.at, matter_id: matter.matter_id })) throw new Error('a place moved under its decision');
    await bringUpIntakes(whole, stamp, { year: year ?? 0, programmes: [...new Set(known.map(({ programme_id }) => programme_id))] });
  }));
  return brought({ kind: 'places', admissions: admissions.length });
};
