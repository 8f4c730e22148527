import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine, studentRow, type TypedRow } from '../core/check/made-dataset.ts';
import { reachOf } from '../core/access/reach.ts';
import { activate } from './activations.ts';
import { signIn } from './accounts.ts';
import { madeStore } from './made-store.ts';
import { closePerson, listPeople } from './people.ts';
import { addGuardians, addStudents, type Bulk } from './people-of-school.ts';
import { SESSION_LIMITS } from './sessions.ts';

const STUDENTS = 3000;
const CHUNK = 500;
/** Loose: the machine is shared; measured it takes a second or two. */
const MOST_SECONDS = 60;

eachDatabase('accounts of a whole school', (database) => {
  const store = madeStore(database);

  /** A region with a school S and these students and guardians, and its registrar. */
  async function school({ students, guardians }: { readonly students: readonly TypedRow[]; readonly guardians: readonly TypedRow[] }) {
    const made = await store.region();
    const reply = await made.import({ ...campusOnTheLine(), students, ...(guardians.length > 0 && { guardians }) });
    if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 500));
    const reach = reachOf({ roles: [{ role: 'school_registrar', org_id: 'S', division_code: null, campuses: [], classes: [] }], student_id: null, wards: [], granted: [] });
    return { program: made.as, registrar: store.db().as({ region_id: made.actor.region_id, account: 'registrar', reach }) };
  }
  const done = (bulk: Bulk) => {
    if (bulk.outcome !== 'done') throw new Error(bulk.outcome);
    return bulk;
  };

  test(`${STUDENTS} students and their guardians, in chunks, each once however often it is asked`, async () => {
    const students = Array.from({ length: STUDENTS }, (_, n) => studentRow(`N${String(n).padStart(4, '0')}`));
    // Two children to a father, one mother each.
    const guardians = students.flatMap(({ student_id }, n) => [
      { student_id: student_id as string, name: `父${Math.floor(n / 2)}`, relation: '父亲', phone: `199${String(Math.floor(n / 2)).padStart(8, '0')}` },
      { student_id: student_id as string, name: `母${n}`, relation: '母亲', phone: '' },
    ]);
    const { registrar, program } = await school({ students, guardians });
    const seconds = { students: 0, guardians: 0 };
    for (const of of ['students', 'guardians'] as const) {
      const [add, all] = of === 'students' ? [addStudents, STUDENTS] as const : [addGuardians, STUDENTS + STUDENTS / 2] as const;
      const started = performance.now();
      const accounts = new Set<string>();
      for (let left = all; left > 0;) {
        const { codes, ...rest } = done(await registrar.write((tx) => add(tx, 'S', CHUNK)));
        for (const { account } of codes) accounts.add(account);
        expect([codes.length, rest.left]).toEqual([Math.min(CHUNK, left), left - Math.min(CHUNK, left)]);
        left = rest.left;
      }
      seconds[of] = (performance.now() - started) / 1000;
      expect(accounts.size).toBe(all);
      expect(done(await registrar.write((tx) => add(tx, 'S', CHUNK)))).toMatchObject({ codes: [], left: 0 });
    }
    console.log(`${database.kind}: ${STUDENTS} students in ${seconds.students.toFixed(1)} s, ${STUDENTS * 1.5} guardians in ${seconds.guardians.toFixed(1)} s`);
    expect(seconds.students + seconds.guardians).toBeLessThan(MOST_SECONDS);
    expect((await registrar.read((tx) => listPeople(tx, { kind: 'student', inactive: true }))).total).toBe(STUDENTS);
    const { people: [father] } = await registrar.read((tx) => listPeople(tx, { kind: 'guardian', search: '父7' }));
    expect(father?.wards.map(({ student_id }) => student_id)).toEqual(['N0014', 'N0015']);
    const [kept] = await program.read((tx) => tx.arrays('select count(*), count(*) filter (where phone like $1) from people where phone is not null', ['sealed:phone:%']));
    expect(kept).toEqual([BigInt(STUDENTS / 2), BigInt(STUDENTS / 2)]);
  });

  test('who left the roll gets none; an account name that is taken gets a number behind', async () => {
    const { registrar, program } = await school({
      students: [studentRow('A1'), studentRow('A2', { status: 'withdrawn' }), studentRow('A3', { to: '2026-01-31' }), studentRow('A4', { status: 'suspended' })],
      guardians: [{ student_id: 'A1', name: '父', relation: '父亲' }, { student_id: 'A2', name: '父', relation: '父亲' }],
    });
    const accounts = (bulk: Bulk) => done(bulk).codes.map(({ account }) => account);
    expect(accounts(await registrar.write((tx) => addStudents(tx, 'S', CHUNK)))).toEqual(['A1', 'A4']);
    expect(accounts(await registrar.write((tx) => addGuardians(tx, 'S', CHUNK)))).toEqual(['A1-1']);
    const { people } = await program.read((tx) => listPeople(tx, { kind: 'student', search: 'A1' }));
    await registrar.write((tx) => closePerson(tx, people[0]?.person_id ?? 0));
    expect(accounts(await registrar.write((tx) => addStudents(tx, 'S', CHUNK)))).toEqual(['A1-2']);
  });

  test('two registrars at once make nobody twice', async () => {
    const { registrar } = await school({ students: Array.from({ length: 40 }, (_, n) => studentRow(`B${n}`)), guardians: [{ student_id: 'B1', name: '父', relation: '父亲' }] });
    const both = await Promise.all([1, 2, 3].map(() => registrar.write((tx) => addStudents(tx, 'S', 20))));
    expect(both.map((bulk) => done(bulk).codes.length).sort()).toEqual([0, 20, 20]);
    const guardians = await Promise.all([1, 2].map(() => registrar.write((tx) => addGuardians(tx, 'S', 20))));
    expect(guardians.map((bulk) => done(bulk).codes.length).sort()).toEqual([0, 1]);
  });

  test('a slip makes the account the student’s own: the student is in, and nobody else is', async () => {
    const { registrar } = await school({ students: [studentRow('D1'), studentRow('D2')], guardians: [] });
    const [first, second] = done(await registrar.write((tx) => addStudents(tx, 'S', CHUNK))).codes;
    expect(await activate(store.db(), first?.code ?? '', 'a lantern on the river')).toMatchObject({ outcome: 'done', account: 'D1' });
    const at = async (account: string) => {
      const reply = await signIn(store.db(), account, 'a lantern on the river', SESSION_LIMITS);
      return reply.outcome === 'done' ? [reply.level, reply.holder.student_id, reply.holder.reach.get('students.read')] : reply.outcome;
    };
    expect([await at('D1'), await at('D2')]).toEqual([['full', 'D1', ['student:D1']], 'refused']);
    expect(second?.account).toBe('D2');
  });
});
