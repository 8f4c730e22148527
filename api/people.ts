import { ROLES } from '../core/access/roles.ts';
import { issueAgain, issueCodes, type IssuedCode } from '../store/activations.ts';
import type { Appointment } from '../store/appointments.ts';
import { addGuardianship, endGuardianship, schoolOf, type Guardianship } from '../store/guardianships.ts';
import { addPerson, closePerson, listPeople, readPerson, type NewPerson, type Person } from '../store/people.ts';
import { addGuardians, addStudents, freeAccountName, studentOnRoll, type Bulk } from '../store/people-of-school.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { isDone, once, onceTold, type Change, type Told } from './once.ts';
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
      const asked = c.req.valid('json');
      const reply = await onceTold<KeptPerson, MadePerson, NotAdded>(deps, c, asked, {
        work: async (tx) => toldPerson(await add(tx, asked)),
        again: async (tx, { person_id, account }) => {
          const issued = await issueAgain(tx, [account]);
          const person = await readPerson(tx, person_id);
          if (issued.outcome !== 'done') return issued;
          return toldPerson(person === null ? { outcome: 'unknown_account' } : { outcome: 'done', value: { person: personView(person), codes: issued.codes } });
        },
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
      const reply = await onceTold<KeptBulk, MadeBulk, NotMade>(deps, c, { school_id, of, limit }, {
        work: async (tx) => {
          const made = await (of === 'students' ? addStudents : addGuardians)(tx, school_id, limit);
          return made.outcome === 'done' ? toldBulk(made.codes, made.left) : made;
        },
        // None were made, or all slips were used: the reply tells nothing secret.
        again: async (tx, { accounts, left }) => {
          const issued = await issueAgain(tx, accounts);
          return issued.outcome === 'done' ? toldBulk(issued.codes, left) : accounts.length === 0 ? toldBulk([], left) : { outcome: 'told_already' };
        },
      });
      if (!isDone(reply)) return refuse(c, reply.outcome);
      return c.json({ made: reply.value.codes.length, left: reply.value.left, slips: await slipsOf(deps, c, reply.value.codes) }, 200);
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

interface MadePerson {
  readonly person: PersonView;
  readonly codes: readonly IssuedCode[];
}
interface KeptPerson {
  readonly person_id: number;
  readonly account: string;
}
type NotAdded = { readonly outcome: Exclude<OutcomeCode, 'done'> & AddRefusal };
type Added = Change<MadePerson> | NotAdded;

/** Under the request's key the slip's code is not kept, only whose it was. */
function toldPerson(added: Added): Told<KeptPerson, MadePerson> | NotAdded {
  if (!isDone(added)) return added;
  return { ...added, kept: { person_id: Number(added.value.person.person_id), account: added.value.person.account ?? '' } };
}

interface MadeBulk {
  readonly codes: readonly IssuedCode[];
  readonly left: number;
}
interface KeptBulk {
  readonly accounts: readonly string[];
  readonly left: number;
}
type NotMade = Exclude<Bulk, { readonly outcome: 'done' }>;

function toldBulk(codes: readonly IssuedCode[], left: number): Told<KeptBulk, MadeBulk> {
  return { outcome: 'done', value: { codes, left }, kept: { accounts: codes.map(({ account }) => account), left } };
}
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
