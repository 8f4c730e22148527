import { ROLES } from '../core/access/roles.ts';
import { issueCodes, type IssuedCode } from '../store/activations.ts';
import type { Appointment } from '../store/appointments.ts';
import { addGuardianship, endGuardianship, schoolOf, type Guardianship } from '../store/guardianships.ts';
import { addPerson, closePerson, listPeople, readPerson, type NewPerson, type Person } from '../store/people.ts';
import { addGuardians, addStudents, freeAccountName, studentOnRoll } from '../store/people-of-school.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { isDone, once, type Change } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { slipsOf } from './slips.ts';

type PeopleHandlers = Pick<Handlers, 'listPeople' | 'readPerson' | 'addPerson' | 'closePerson' | 'addPeopleOfSchool' | 'addGuardianship' | 'endGuardianship'>;

/** People: staff by the system administrator, students and guardians by their school's registrar. */
export function peopleHandlers(deps: Deps): PeopleHandlers {
  return {
    listPeople: (c) => storeOf(deps, c).read(async (tx) => {
      const { inactive, after, ...filter } = c.req.valid('query');
      const page = await listPeople(tx, { ...filter, inactive: inactive === 'true', after: after === undefined ? undefined : idOf(after) });
      return c.json({ people: page.people.map(personView), total: page.total, next: page.next === null ? null : String(page.next) }, 200);
    }),
    readPerson: (c) => storeOf(deps, c).read(async (tx) => {
      const person = await readPerson(tx, idOf(c.req.valid('param').person_id));
      return person === null ? refuse(c, 'unknown_person') : c.json(personView(person), 200);
    }),
    addPerson: async (c) => {
      const reply = await storeOf(deps, c).write(async (tx) => {
        const added = await add(tx, c.req.valid('json'));
        if (!isDone(added)) tx.discard();
        return added;
      });
      if (!isDone(reply)) return refuse(c, reply.outcome);
      const [slip] = await slipsOf(deps, c, reply.value.codes);
      return slip === undefined ? refuse(c, 'unknown_account') : c.json({ person: reply.value.person, slip }, 201);
    },
    closePerson: async (c) => {
      const person_id = idOf(c.req.valid('param').person_id);
      const reply = await once(deps, c, {}, async (tx): Promise<Change<PersonView> | { outcome: Exclude<Awaited<ReturnType<typeof closePerson>>, 'done'> }> => {
        const outcome = await closePerson(tx, person_id);
        if (outcome !== 'done') return { outcome };
        const person = await readPerson(tx, person_id);
        return person === null ? { outcome: 'unknown_person' } : { outcome: 'done', value: personView(person) };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
    addPeopleOfSchool: async (c) => {
      const { school_id, of, limit } = c.req.valid('json');
      const reply = await storeOf(deps, c).write((tx) => (of === 'students' ? addStudents : addGuardians)(tx, school_id, limit));
      if (reply.outcome !== 'done') return refuse(c, reply.outcome);
      return c.json({ made: reply.codes.length, left: reply.left, slips: await slipsOf(deps, c, reply.codes) }, 200);
    },
    addGuardianship: async (c) => {
      const { person_id, student_id, relation } = c.req.valid('json');
      const reply = await once(deps, c, { person_id, student_id, relation }, async (tx) => {
        const added = await addGuardianship(tx, { person_id: idOf(person_id), student_id, relation });
        return added.outcome === 'done' ? { outcome: 'done' as const, value: guardianshipView(added.guardianship) } : added;
      });
      return isDone(reply) ? c.json(reply.value, 201) : refuse(c, reply.outcome);
    },
    endGuardianship: async (c) => {
      const reply = await once(deps, c, {}, async (tx) => {
        const ended = await endGuardianship(tx, idOf(c.req.valid('param').guardianship_id));
        return ended === null ? { outcome: 'unknown_guardianship' as const } : { outcome: 'done' as const, value: guardianshipView(ended) };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
  };
}

type Asked =
  | { readonly kind: 'staff'; readonly name: string; readonly account: string }
  | { readonly kind: 'student'; readonly student_id: string }
  | { readonly kind: 'guardian'; readonly name: string; readonly student_id: string; readonly relation: string };

type Added = Change<{ readonly person: PersonView; readonly codes: readonly IssuedCode[] }> | { readonly outcome: Exclude<OutcomeCode, 'done'> & AddRefusal };
type AddRefusal = 'no_region' | 'not_allowed' | 'account_taken' | 'unknown_student' | 'has_account' | 'unknown_account';

/** One person with account and slip; a guardian with the first student. */
async function add(tx: Transaction, asked: Asked): Promise<Added> {
  const person = await personOf(tx, asked);
  if ('outcome' in person) return person;
  const added = await addPerson(tx, person);
  if (added.outcome === 'out_of_reach') return { outcome: asked.kind === 'staff' ? 'not_allowed' : 'unknown_student' };
  if (added.outcome !== 'done') return { outcome: added.outcome };
  if (asked.kind === 'guardian') {
    const guarded = await addGuardianship(tx, { person_id: added.person_id, student_id: asked.student_id, relation: asked.relation });
    if (guarded.outcome !== 'done') return { outcome: 'unknown_student' };
  }
  const issued = await issueCodes(tx, [person.account]);
  const made = await readPerson(tx, added.person_id);
  return issued.outcome !== 'done' || made === null ? { outcome: 'unknown_account' } : { outcome: 'done', value: { person: personView(made), codes: issued.codes } };
}

async function personOf(tx: Transaction, asked: Asked): Promise<NewPerson | { readonly outcome: 'unknown_student' | 'has_account' }> {
  if (asked.kind === 'staff') return asked;
  const org_id = await schoolOf(tx, asked.student_id);
  if (org_id === null) return { outcome: 'unknown_student' };
  if (asked.kind === 'guardian') return { kind: 'guardian', name: asked.name, org_id, account: await freeAccountName(tx, `${asked.student_id}-1`) };
  const student = await studentOnRoll(tx, asked.student_id);
  if (student === null) return { outcome: 'unknown_student' };
  if (student.has_account) return { outcome: 'has_account' };
  return { kind: 'student', name: student.name, org_id, student_id: asked.student_id, account: await freeAccountName(tx, asked.student_id) };
}

export type PersonView = ReturnType<typeof personView>;

export function personView({ person_id, appointments, wards, ...person }: Person) {
  return { ...person, person_id: String(person_id), appointments: appointments.map(appointmentView), wards: wards.map(guardianshipView) };
}

export function appointmentView({ appointment_id, person_id, role, ...rest }: Appointment) {
  return { ...rest, role, role_name: ROLES[role].name, appointment_id: String(appointment_id), person_id: String(person_id) };
}

function guardianshipView({ guardianship_id, person_id, ...rest }: Guardianship) {
  return { ...rest, guardianship_id: String(guardianship_id), person_id: String(person_id) };
}
