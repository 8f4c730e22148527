import type { z } from '@hono/zod-openapi';
import { begunBy } from '../core/students/begun-by.ts';
import { TAKES, type ChangeDraft } from '../core/students/change-draft.ts';
import { changesFor } from '../core/students/change.ts';
import { custodyFaults } from '../core/students/custody.ts';
import { refusalWords } from '../core/students/refusal-words.ts';
import { KEEPERS, LEFT, type Keeper } from '../core/students/roll.ts';
import { ROLL_CHANGES, type RollChange, type ChangeName } from '../core/students/roll-changes.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { actingPerson, type ActingPerson } from '../store/matters/acting.ts';
import { rollNumberOf } from '../store/admission/roll-numbers.ts';
import { masksOf } from '../store/sealing.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { listRecords } from '../store/registers.ts';
import { eligibilityOf } from '../store/students/change-facts.ts';
import type { GivenDay } from '../store/students/enter-change.ts';
import { judgeChange } from '../store/students/judge-change.ts';
import { keeperId, knownRoll, type KnownRoll } from '../store/students/known-roll.ts';
import { ADVANCE, rollChangesOf, UNDO, type RollChangeRecord } from '../store/students/roll-change.ts';
import { undoable } from '../store/students/undo-change.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readRoll } from './contract/students.ts';

export type RollView = z.infer<(typeof readRoll.responses)[200]['content']['application/json']['schema']>;

const OTHER_LABELS: Readonly<Record<typeof ADVANCE | typeof UNDO, Bilingual>> = { advance: { zh: '升级', en: 'Advance' }, undo: { zh: '撤销异动', en: 'Undo' } };
const MOST_ROWS = 200;

const labelOf = (change: RollChangeRecord['change']): Bilingual => (change === ADVANCE || change === UNDO ? OTHER_LABELS[change] : ROLL_CHANGES[change].label);

/** Everything that the page of a student tells of their roll; null where the student is not in reach. */
export async function rollView(tx: Transaction, student_id: string, given: GivenDay): Promise<RollView | null> {
  const known = await knownRoll(tx, student_id);
  const person = await actingPerson(tx);
  if (known === null) return null;
  const { last, roll, programme } = known;
  const [changes, organisations, programmes, records] = [
    await rollChangesOf(tx, student_id), await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {}, 'r.school_id = $2', last.school_id),
    await listRecords(tx, 'students', { where: { student_id: [student_id] }, offset: 0, limit: MOST_ROWS })];
  const names = new Map(organisations.map(({ org_id, name }) => [org_id, name]));
  const nameOf = (id: string | null): string => (id === null ? '' : names.get(id) ?? id);
  const keeperName = (keeper: Keeper): string => nameOf(keeperId(known, keeper));
  const { school_id } = last;
  const first = known.rows.filter(({ status }) => !LEFT.has(status)).map(({ from }) => from).sort()[0];
  const by = registering(person, known);
  const undo = by === null ? null : await tx.whole((whole) => undoable(whole, student_id));
  return {
    on: given.today, student_id, name: last.name, school_id, school: nameOf(school_id), college_id: programme?.college_id ?? null, college: programme === null ? null : nameOf(programme.college_id),
    programme: programme?.name ?? last.programme_id, cohort: last.cohort, stage: last.stage, grade: last.grade, status: last.status, since: roll.since, entered_on: roll.entered_on, higher_since: roll.higher_since,
    misplaced: last.stage === 'secondary' && last.campus_id !== null, ...await numberView(tx, known, by), row: String(last.row),
    rows: records.records.map(({ record_id, values, recorded_at, recorded_by, file_name }) => {
      const { stage, grade, status, programme_id, campus_id, class_id, from, to } = values;
      const begun = begunBy(record_id, changes);
      return {
        record_id: String(record_id), stage, grade, status, programme_id, campus_id, class_id, from, to, keeper: KEEPERS[stage], keeper_name: keeperName(KEEPERS[stage]),
        change_id: begun === null ? null : String(begun), recorded_at, recorded_by, file_name,
      };
    }).sort((a, b) => (a.from < b.from ? -1 : 1)),
    changes: changes.map(({ undone_by, undoes, matter_id, change_id, before_record: _, ended_record: __, added_record: ___, keeper_id, student_id: ____, ...change }) => ({
      ...change, change_id: String(change_id), label: labelOf(change.change), keeper_name: nameOf(keeper_id), undoes: text(undoes), undone_by: text(undone_by), matter_id: text(matter_id),
    })),
    faults: first === undefined || first > given.today ? [] : custodyFaults(known.rows, first, given.today),
    next: by === null ? [] : await tx.whole((whole) => nextChanges(whole, known, by, given)),
    undo: undo === null || undo.keeper !== by ? null : { change_id: String(undo.change_id), approval: undo.matter_id !== null },
    open_matter: await openMatterOf(tx, student_id),
    step_up: await stepUp(tx, known, given),
    programmes: programmes.filter(({ programme_id }) => programme_id !== last.programme_id).map(({ programme_id, name }) => ({ programme_id, name })),
  };
}

/** Imported students have none of their own here; who keeps the roll replaces a temporary one. */
async function numberView(tx: Transaction, { last }: KnownRoll, by: Keeper | null): Promise<Pick<RollView, 'roll_number' | 'may_replace_number'>> {
  const number = await rollNumberOf(tx, last.student_id);
  const id = last.id_number === null ? '' : (await masksOf(tx, [last.id_number])).get(last.id_number) ?? '';
  return { roll_number: number === null ? null : { form: number.form, text: `${number.form}${number.serial ?? id}` }, may_replace_number: by === KEEPERS[last.stage] && number?.form === 'L' };
}

const text = (id: number | null): string | null => (id === null ? null : String(id));

/** As which keeper's registrar somebody stands to a student: that of the stage, or the college's before the step-up. */
function registering(person: ActingPerson | null, known: KnownRoll): Keeper | null {
  const roles = { school: 'school_registrar', college: 'college_roll' } as const;
  const own = KEEPERS[known.roll.stage];
  const isOne = (keeper: Keeper): boolean => person?.acting.some(({ role, org_id }) => role === roles[keeper] && org_id === keeperId(known, keeper)) ?? false;
  return [own, 'college' as const].find(isOne) ?? null;
}

/** Every change that the status allows, and why not today where something else stands in the way but papers and approval. */
async function nextChanges(whole: Transaction, known: KnownRoll, by: Keeper, given: GivenDay): Promise<RollView['next']> {
  const found: RollView['next'][number][] = [];
  const others = await loadRows(whole, 'programmes', {}, 'r.school_id = $2', known.last.school_id);
  for (const name of changesFor(known.roll, by)) {
    const asked: RollChange = ROLL_CHANGES[name];
    const judged = await judgeChange(whole, known.last.student_id, triedDraft(name, known, others.find(({ programme_id }) => programme_id !== known.last.programme_id)?.programme_id), { by, approved: true, ...given, today: given.today });
    const why = judged.outcome === 'refused' ? refusalWords(judged.refusal, asked) : null;
    found.push({ name, label: asked.label, clause: asked.clause, evidence: asked.evidence, takes: TAKES[name] ?? null, approval: asked.approval, why });
  }
  return found;

  function triedDraft(name: ChangeName, { last }: KnownRoll, programme_id: string | undefined): ChangeDraft {
    const papers = ROLL_CHANGES[name].evidence.map((paper) => ({ paper, attachment_id: '1' }));
    return { name, on: given.today, reason: name, ground: 'illness', papers, row: String(last.row), class_id: name, ...(programme_id !== undefined && name === 'change_major' && { programme_id }) };
  }
}

async function openMatterOf(tx: Transaction, student_id: string): Promise<RollView['open_matter']> {
  const open = (await loadMatters(tx, { subject: student_id, open: true })).find(({ kind }) => kind.about === 'student');
  return open === undefined ? null : { matter_id: String(open.matter_id), kind: open.kind.id };
}

/** M9-d: of the final secondary grade, line by line. */
async function stepUp(tx: Transaction, known: KnownRoll, { pack, today }: GivenDay): Promise<RollView['step_up']> {
  const parameters = parametersOn(pack.parameters, today);
  const years = parameters.get('roll.secondary_years')?.value;
  const final = typeof years === 'object' && 'n' in years && BigInt(known.roll.grade) * years.d === years.n;
  if (known.roll.stage !== 'secondary' || !final || LEFT.has(known.roll.status)) return null;
  const answer = await tx.whole((whole) => eligibilityOf(whole, known, today, parameters));
  return answer === null ? null : { outcome: answer.outcome, lines: answer.lines.map(({ name, clause, outcome, missing }) => ({ name, clause, outcome, missing })) };
}
