import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { madeAdmission, madeCitizenId } from '../../core/admission/made-admissions.ts';
import type { TestDatabase } from '../../check/databases.ts';
import { loadRows } from '../campus-rows.ts';
import type { MadeAccount } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import { correctRecord } from '../register-changes.ts';
import { filedPlan, madeAdmissionScene } from './made-admission-scene.ts';
import { replaceRollNumber, rollNumberOf, type Replacing } from './roll-numbers.ts';

const TEMPORARY = '202501010102';
const LASTING = '202501010101';
const SERIAL = '330800200000000123';

eachDatabase('roll numbers', (database: TestDatabase) => {
  const store = madeStore(database);

  /** Two who came: one with a citizen id, one without. */
  async function newcomers() {
    filedPlan({ P: 40, Q: 40 });
    const scene = await madeAdmissionScene(store.db());
    const registrar = await scene.somebody('school_registrar');
    await scene.admit(registrar, [madeAdmission(1), madeAdmission(2, { id_number: '' })]);
    await scene.register(registrar, (await scene.all()).map(({ admission_id }) => admission_id));
    const replace = async (who: MadeAccount, replacing: Replacing) => (await scene.of(who)).write(async (tx) => {
      const answer = await replaceRollNumber(tx, replacing);
      if (answer.outcome !== 'done') tx.discard();
      return answer.outcome === 'done' ? answer.outcome : answer.refusals.map(({ why }) => why).join();
    });
    const history = () => scene.as.read((tx) => tx.arrays('select form, serial, answers is not null, reason, superseded_at is null from roll_numbers where region_id = $1 and student_id = $2 order by roll_number_id', [scene.actor.region_id, TEMPORARY]));
    return { scene, registrar, replace, history };
  }

  test('C5: a temporary number is replaced once, by a record that answers it; the lasting one stays for life', async () => {
    const { scene, registrar, replace, history } = await newcomers();
    const asked = { student_id: TEMPORARY, form: 'J', serial: SERIAL, reason: '教育主管部门核发' } as const;
    expect(await replace(registrar, asked)).toBe('done');
    const [[, temporary]] = await history() as [[string, string]];
    expect(await history()).toEqual([['L', temporary, false, null, false], ['J', SERIAL, true, '教育主管部门核发', true]]);
    expect(await scene.as.read((tx) => rollNumberOf(tx, TEMPORARY))).toEqual({ form: 'J', serial: SERIAL });
    expect(await replace(registrar, { ...asked, serial: '330800200000000124' })).toBe('number_for_life');
    expect(await replace(registrar, { ...asked, student_id: LASTING, serial: '330800200000000125' })).toBe('number_for_life');
    expect(await history()).toHaveLength(2);
  });

  test('a number by citizen id asks for the id on the roll first', async () => {
    const { scene, registrar, replace, history } = await newcomers();
    const asked = { student_id: TEMPORARY, form: 'G', serial: null, reason: '已补录证件号' } as const;
    expect(await replace(registrar, asked)).toBe('no_citizen_id');
    await (await scene.of(registrar)).write(async (tx) => {
      const [row] = await loadRows(tx, 'students', {}, 'r.student_id = $2', TEMPORARY);
      const cells = Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => name !== 'row').map(([name, value]) => [name, value === null ? '' : value === true ? '是' : value === false ? '否' : String(value)]));
      expect((await correctRecord(tx, 'students', row?.row ?? 0, { ...cells, id_number: madeCitizenId('2010-03-04', 2) }, '补录证件号')).outcome).toBe('done');
    });
    expect(await replace(registrar, asked)).toBe('done');
    expect((await history()).at(-1)).toEqual(['G', null, true, '已补录证件号', true]);
  });

  test('another school, a number that another student has, eighteen figures that are none, no reason: refused, and nothing is kept', async () => {
    const { scene, registrar, replace, history } = await newcomers();
    const asked = { student_id: TEMPORARY, form: 'J', serial: SERIAL, reason: '核发' } as const;
    // Of whose roll one does not know, one is told nothing else.
    expect(await replace(await scene.somebody('school_registrar', 'S2'), asked)).toBe('not_on_roll');
    expect(await replace(await scene.somebody('college_roll', 'H'), asked)).toBe('not_keeper');
    expect(await replace(registrar, { ...asked, serial: '33080020000000012' })).toBe('serial_wrong');
    expect(await replace(registrar, { ...asked, reason: ' ' })).toBe('reason_missing');
    await scene.admit(registrar, [madeAdmission(3, { id_number: '' })]);
    await scene.register(registrar, (await scene.all()).slice(2).map(({ admission_id }) => admission_id));
    expect(await replace(registrar, { ...asked, student_id: '202501010103' })).toBe('done');
    expect(await replace(registrar, asked)).toBe('serial_taken');
    expect(await history()).toHaveLength(1);
  });
});
