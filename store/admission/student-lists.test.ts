import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { madeAdmission } from '../../core/admission/made-admissions.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { listDocuments, readDocument } from '../documents-read.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { newcomer, signed } from '../made-duties.ts';
import type { MadeAccount } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import { correctRecord } from '../register-changes.ts';
import { loadMatter } from '../matters/matter.ts';
import { openMatter } from '../matters/open-matter.ts';
import { stepMatter, type Stepping } from '../matters/step-matter.ts';
import type { Details } from '../../core/approvals/details.ts';
import { markERegistrations, readERegistrations } from './e-registrations.ts';
import { filedPlan, madeAdmissionScene, type AdmissionScene } from './made-admission-scene.ts';
import { frozenList } from './student-lists.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  filedPlan({ P: 40, Q: 40 });
});

const YEAR: Details = { year: 2025, college: 'H' };

/** Acts in matters on a day. */
function acting(scene: AdmissionScene) {
  const open = async (who: MadeAccount, kind: string, details: Details = YEAR, today = '2025-11-20') => {
    const opened = await (await scene.of(who)).write((tx) => openMatter(tx, { kind, subject: 'S', details }, { pack: DEFAULT_PACK, today: date(today) }));
    return opened.outcome === 'done' ? opened.matter_id : opened.outcome;
  };
  const step = async (who: MadeAccount, matter_id: number | string, act: string, more: Partial<Stepping> & { readonly today?: string } = {}): Promise<string> => {
    const { today = '2025-11-20', ...given } = more;
    const matter = await scene.as.read((tx) => loadMatter(tx, Number(matter_id)));
    return (await scene.of(who)).write(async (tx) => {
      const stepped = await stepMatter(tx, { matter_id: Number(matter_id), act, version: matter?.version ?? 0, ...given }, { pack: DEFAULT_PACK, today: date(today) });
      if (stepped.outcome !== 'done') tx.discard();
      if (stepped.outcome !== 'refused') return stepped.outcome;
      return stepped.refusal.why === 'guard' ? `${stepped.refusal.guard.id} ${stepped.refusal.clause}` : `${stepped.refusal.why} ${stepped.refusal.clause}`;
    });
  };
  return { open, step };
}

const filed = (scene: AdmissionScene) => scene.as.read(async (tx) => (await loadRows(tx, 'filings', {})).map(({ student_id, list_no, filed_on }) => [student_id, list_no, filed_on]));

eachDatabase('the filed list', (database) => {
  const store = madeStore(database);
  const people = async (scene: AdmissionScene) => ({
    registrar: await scene.somebody('school_registrar'), head: await scene.somebody('school_head'), bureau: await scene.somebody('county_bureau', 'B2'), college: await scene.somebody('college_leadership', 'H'),
  });
  const scene = async () => {
    const made = await madeAdmissionScene(store.db());
    expect((await made.import({ students: [newcomer('T1'), newcomer('T2', { name: '乙' })], agreements: [signed('T1', '2025-09-10'), signed('T2', '2025-09-10')] })).outcome).toBe('done');
    return made;
  };

  test('M3-c: three seals in their order, by three persons; at the last one everybody is filed under the document’s number', async () => {
    const made = await scene();
    const { registrar, head, bureau, college } = await people(made);
    const { open, step } = acting(made);
    expect(await open(head, 'new_student_list')).toBe('not_your_role');
    const id = await open(registrar, 'new_student_list');
    expect(await step(head, id, 'seal_school')).toBe('not_now M3-c');
    expect(await step(registrar, id, 'submit')).toBe('done');
    expect(await step(bureau, id, 'seal_bureau')).toBe('not_now M3-c');
    expect(await step(bureau, id, 'seal_school')).toBe('not_your_role M3-c');
    expect(await step(head, id, 'seal_school')).toBe('done');
    expect(await step(bureau, id, 'seal_bureau')).toBe('done');
    expect(await filed(made)).toEqual([]);
    expect(await step(college, id, 'seal_college', { today: '2025-12-05' })).toBe('done');
    const number = '衢贯通名〔2025〕1号';
    expect(await filed(made)).toEqual([['T1', number, '2025-12-05'], ['T2', number, '2025-12-05']]);
    const document = await made.as.read(async (tx) => {
      const { documents } = await listDocuments(tx, { kind: null, about: `matters/${id}`, filter: '', page: 1, per_page: 10 });
      return readDocument(tx, documents[0]?.document_id ?? 0);
    });
    const list = await made.as.read((tx) => frozenList(tx, Number(id)));
    expect(document).toMatchObject({ kind: 'new_student_list', number, content: { year: 2025, list_hash: list?.hash, college: '学院' } });
    const content = (document?.content ?? {}) as { students?: { student_id: string }[]; seals?: { on: string }[] };
    expect(content.students?.map(({ student_id }) => student_id)).toEqual(['T1', 'T2']);
    expect(content.seals?.map(({ on }) => on)).toEqual(['2025-11-20', '2025-11-20', '2025-12-05']);
    const other = await open(registrar, 'new_student_list');
    expect(await step(registrar, other, 'submit')).toBe('students_to_list M3-c');
  });

  test('M3-c: a school with two colleges has a list with each, open at once, and each college seals and sees its own', async () => {
    const made = await madeAdmissionScene(store.db());
    expect((await made.import({
      organisations: [{ org_id: 'H2', name: '二学院', kind: 'college', division_code: '330802' }],
      programmes: [{ programme_id: 'R', school_id: 'S', college_id: 'H2', secondary_code: '660301', higher_code: '460301', name: '机电' }],
      students: [newcomer('T1'), newcomer('T2', { name: '乙', programme_id: 'R' })], agreements: [signed('T1', '2025-09-10'), signed('T2', '2025-09-10')],
    })).outcome).toBe('done');
    const { registrar, head, bureau, college } = await people(made);
    const second = await made.somebody('college_leadership', 'H2');
    const { open, step } = acting(made);
    expect(await open(registrar, 'new_student_list', { year: 2025 })).toBe('details_wrong');
    expect(await open(registrar, 'new_student_list', { year: 2025, college: 'S2' })).toBe('unknown_subject');
    const [one, two] = [await open(registrar, 'new_student_list'), await open(registrar, 'new_student_list', { year: 2025, college: 'H2' })];
    expect(await open(registrar, 'new_student_list', { year: 2025, college: 'H2' })).toBe('open_already');
    for (const id of [one, two]) for (const [who, act] of [[registrar, 'submit'], [head, 'seal_school'], [bureau, 'seal_bureau']] as const) expect(await step(who, id, act), act).toBe('done');
    const named = async (who: MadeAccount, id: number | string) => (await made.of(who)).read(async (tx) => (await frozenList(tx, Number(id)))?.students.map(({ student_id }) => student_id) ?? null);
    expect([await named(college, one), await named(college, two), await named(second, one), await named(second, two)]).toEqual([['T1'], null, null, ['T2']]);
    expect(await step(second, one, 'seal_college')).toBe('not_found');
    expect(await step(second, two, 'seal_college')).toBe('done');
    expect((await filed(made)).map(([id]) => id)).toEqual(['T2']);
    expect(await step(college, one, 'seal_college')).toBe('done');
    expect((await filed(made)).map(([id]) => id).toSorted()).toEqual(['T1', 'T2']);
  });

  test('M3-c: who may see the names: those who keep and seal the roll, not the school’s finance office', async () => {
    const made = await scene();
    const { registrar, head, bureau, college } = await people(made);
    const { open, step } = acting(made);
    const id = await open(registrar, 'new_student_list');
    await step(registrar, id, 'submit');
    const sees = async (who: MadeAccount) => (await made.of(who)).read(async (tx) => (await frozenList(tx, Number(id)))?.students.length ?? null);
    expect(await Promise.all([registrar, head, bureau, college].map(sees))).toEqual([2, 2, 2, 2]);
    const others = [await made.somebody('school_finance'), await made.somebody('college_programme', 'H'), await made.somebody('school_registrar', 'S2'), await made.somebody('campus_manager')];
    expect(await Promise.all(others.map(sees))).toEqual([null, null, null, null]);
  });

  test('M3-c: on the last day in time, the day after not; then a list of its own, with the reason', async () => {
    const made = await scene();
    const { registrar, head, bureau, college } = await people(made);
    const { open, step } = acting(made);
    const id = await open(registrar, 'new_student_list');
    expect(await step(registrar, id, 'submit', { today: '2025-12-06' })).toBe('filing_in_time M3-c');
    expect(await step(registrar, id, 'submit', { today: '2025-12-05' })).toBe('done');
    expect(await step(head, id, 'seal_school', { today: '2025-12-06' })).toBe('filing_in_time M3-c');
    const late = await open(registrar, 'late_student_list', YEAR, '2025-12-06');
    expect(await step(registrar, late, 'submit', { today: '2025-12-06' })).toBe('reason_missing M3-c');
    expect(await step(registrar, late, 'submit', { today: '2025-12-06', reason: '系统故障' })).toBe('done');
    for (const [who, act] of [[head, 'seal_school'], [bureau, 'seal_bureau'], [college, 'seal_college']] as const) expect(await step(who, late, act, { today: '2025-12-08' }), act).toBe('done');
    expect((await filed(made)).map(([id_]) => id_)).toEqual(['T1', 'T2']);
  });

  test('M3-c: nobody is filed without an agreement while the region asks for it', async () => {
    const made = await madeAdmissionScene(store.db());
    expect((await made.import({ students: [newcomer('T1'), newcomer('T2')], agreements: [signed('T1', '2025-09-10'), signed('T2', '2025-09-10', { signed_college_on: '' })] })).outcome).toBe('done');
    const { registrar } = await people(made);
    const { open, step } = acting(made);
    expect(await step(registrar, await open(registrar, 'new_student_list'), 'submit')).toBe('list_agreements M3-c');
  });

  test('M3-c: a list that is no longer what the roll says is returned, and frozen anew', async () => {
    const made = await scene();
    const { registrar, head } = await people(made);
    const { open, step } = acting(made);
    const id = await open(registrar, 'new_student_list');
    await step(registrar, id, 'submit');
    const [row] = await made.as.read((tx) => loadRows(tx, 'students', {}, 'r.student_id = $2', 'T2'));
    const { row: record_id, birth_date: _, ...cells } = { ...newcomer('T2'), row: row?.row ?? 0, birth_date: '' };
    expect((await made.as.write((tx) => correctRecord(tx, 'students', record_id, { ...cells, birth_date: '2010-02-28', status: 'withdrawn' }))).outcome).toBe('done');
    expect(await step(head, id, 'seal_school')).toBe('list_unchanged M3-c');
    expect(await step(head, id, 'return', { reason: '有学生退学' })).toBe('done');
    expect(await step(registrar, id, 'submit')).toBe('done');
    expect((await made.as.read((tx) => frozenList(tx, Number(id))))?.students.map(({ student_id }) => student_id)).toEqual(['T1']);
    expect(await step(head, id, 'seal_school')).toBe('done');
  });

  test('R3-b: places are kept, taken up and lost by a decision of the head; not before the two weeks are over', async () => {
    const made = await madeAdmissionScene(store.db());
    const { registrar, head } = await people(made);
    await made.admit(registrar, [madeAdmission(1), madeAdmission(2)]);
    const { open, step } = acting(made);
    const [one, other] = (await made.all()).map(({ admission_id }) => String(admission_id));
    const propose = async (place: NonNullable<Details['place']>, id: string | undefined, today: string) => {
      const matter = await open(registrar, 'admission_change', { year: 2025, place, admissions: [id ?? ''] }, today);
      const proposed = await step(registrar, matter, 'propose', { reason: '应征入伍', today });
      const approved = proposed === 'done' ? await step(head, matter, 'approve', { today }) : proposed;
      if (approved !== 'done') await step(registrar, matter, 'drop', { today });
      else expect((await made.as.read((tx) => loadMatter(tx, Number(matter))))?.entries.at(-1)?.guards[0]?.detail?.zh).toMatch(/2600000[12] 新\*[12]$/);
      return approved;
    };
    expect(await propose('cancel_admission', one, '2025-09-15')).toBe('places_open R3-b');
    expect(await propose('cancel_admission', one, '2025-09-16')).toBe('done');
    expect(await propose('keep_admission', other, '2025-09-02')).toBe('done');
    expect(await propose('keep_admission', one, '2025-09-17')).toBe('places_open R3-b');
    expect((await made.all()).map(({ state }) => state)).toEqual(['place_lost', 'admission_kept']);
    expect(await made.register(registrar, [Number(other)])).toMatchObject({ outcome: 'refused', refusals: [{ why: 'place_kept' }] });
    expect(await propose('restore_admission', other, '2025-09-20')).toBe('done');
    expect((await made.register(registrar, [Number(other)], { on: '2025-09-21' })).outcome).toBe('done');
  });

  describe('electronic registration', () => {
    const mark = async (made: AdmissionScene, who: MadeAccount, students: readonly string[], given: Partial<Parameters<typeof markERegistrations>[1]> = {}) =>
      (await made.of(who)).write(async (tx) => {
        const marked = await markERegistrations(tx, { year: 2025, season: 'autumn', students, state: 'registered', on: date('2025-11-18'), reason: null, ...given }, date('2025-11-20'));
        if (marked.outcome !== 'done') tx.discard();
        return marked.outcome === 'done' ? marked.marked : marked.refusals.map(({ why, clause }) => `${why} ${clause}`).join();
      });

    test('R3-b, R3-c: is marked by whoever keeps the stage, and whoever is missing is listed', async () => {
      const made = await scene();
      const [registrar, roll, other] = [await made.somebody('school_registrar'), await made.somebody('college_roll', 'H'), await made.somebody('school_registrar', 'S2')];
      expect(await mark(made, roll, ['T1'])).toBe('other_stage R3-c');
      expect(await mark(made, other, ['T1'])).toBe('not_on_roll R3-b');
      expect(await mark(made, registrar, ['T1', 'X'])).toBe('not_on_roll R3-b');
      expect(await mark(made, registrar, ['T1'], { on: date('2025-11-21') })).toBe('day_to_come R3-b');
      expect(await mark(made, registrar, ['T1'])).toBe(1);
      expect(await mark(made, registrar, ['T1'])).toBe('state_already R3-b');
      const read = () => made.of(registrar).then((as) => as.read((tx) => readERegistrations(tx, { year: 2025, season: 'autumn' }, 'S')));
      expect(await read()).toMatchObject({ counts: [{ school_id: 'S', stage: 'secondary', students: 2, registered: 1, returned: 0 }], unregistered: [{ student_id: 'T2', state: null }] });
      expect(await mark(made, registrar, ['T1'], { state: 'returned' })).toBe('reason_missing R3-b');
      expect(await mark(made, registrar, ['T1'], { state: 'returned', reason: '照片不合格' })).toBe(1);
      expect(await read()).toMatchObject({ counts: [{ registered: 0, returned: 1 }], unregistered: [{ student_id: 'T1', state: 'returned' }, { student_id: 'T2', state: null }] });
    });

    test('R3-b: the duty ends when every new student is registered electronically, once a school marks them here', async () => {
      const made = await scene();
      await made.as.write((tx) => setGoLive(tx, date('2024-01-01')));
      await made.import({ intakes: [{ year: 2025, school_id: 'S', programme_id: 'P', planned: 45, admitted: 2, registered: 2 }] });
      const registrar = await made.somebody('school_registrar');
      const closed = async () => {
        await reckonDuties(store.db(), made.actor.region_id, { today: date('2025-11-20'), duties: DEFAULT_PACK.duties.filter(({ id }) => id === 'roll_registration'), parameters: DEFAULT_PACK.parameters });
        return (await made.as.read((tx) => tx.arrays('select closed_on from duties where region_id = $1', [made.actor.region_id]))).map(([on]) => on);
      };
      expect(await closed()).toEqual(['2025-11-20']);
      await mark(made, registrar, ['T1']);
      expect(await closed()).toEqual([null]);
      await mark(made, registrar, ['T2'], { on: date('2025-11-19') });
      expect(await closed()).toEqual(['2025-11-19']);
    });
  });
});
