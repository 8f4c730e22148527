import { fileURLToPath } from 'node:url';
import { beforeAll } from 'vitest';
import type { Role } from '../../core/access/roles.ts';
import { date } from '../../core/values/plain-date.ts';
import { importDataset } from '../../store/import.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';
import { isRefusal } from '../../workbook/refusal.ts';
import { codeOf, enrolFactor, type Enrolled } from './enrol.ts';
import type { Served } from './served.ts';
import { visitor, type Visitor } from './visitor.ts';

/** Somebody whose account is in use, at a browser, with what they need to sign in again. */
export interface Person extends Visitor {
  readonly account: string;
  readonly password: string;
  readonly person_id: string;
  readonly factor: Enrolled | null;
}

/** A region that is no sample, with the sample's records, and the people who make people. */
export interface Offices {
  readonly office: () => Person;
  readonly system: () => Person;
  readonly security: () => Person;
  readonly audit: () => Person;
  /** Somebody new with this role, signed in; `enrolled` where the role asks for it. */
  readonly appointed: (role: Role, given?: Given) => Promise<Person>;
}

interface Given {
  readonly org_id?: string;
  readonly campuses?: readonly string[];
  readonly classes?: readonly string[];
}

export interface Slip {
  readonly account: string;
  readonly code: string;
  readonly purpose: string;
  readonly address: string;
  readonly name: string;
}

const SAMPLE = fileURLToPath(new URL('../../samples/quzhou', import.meta.url));
const AT: Partial<Readonly<Record<Role, string>>> = { office: 'O1', city_bureau: 'B1', county_bureau: 'B2', finance_bureau: 'G1', department: 'D1', enterprise: 'F1' };
const PASSWORD = 'lantern above the river';
let made = 0;

export function openOffices(served: Served): Offices {
  const people = new Map<string, Person>();
  beforeAll(async () => {
    const read = await readDatasetPath(SAMPLE);
    if (isRefusal(read)) throw new Error(read.message.en);
    const { region_id } = await createRegion(served.database(), { code: '330800', name: '衢州市', office_name: '职改办', counties: [], pack: 'quzhou-2024', sample: false });
    await importDataset(served.database(), {
      actor: programActor(region_id), dataset: read.dataset, problems: read.problems, as_of: date('2025-10-31'), replace: [], file: { name: 'x', sha256: 'a'.repeat(64) },
    });
    const first = visitor(served);
    const { slips } = await first.get<{ slips: Slip[] }>('setUpRegion', { json: {
      region_code: '330800', name: '衢州市', office_name: '职改办', counties: [], pack: 'quzhou-2024', account: { account: 'office', name: '职改办', password: PASSWORD },
    } });
    people.set('office', { ...first, account: 'office', password: PASSWORD, person_id: '', factor: await enrolledBy(first) });
    for (const slip of slips) people.set(slip.account, await activated(served, slip, ''));
  });
  const person = (account: string) => (): Person => people.get(account) as Person;
  const [system, security] = [person('sysadmin'), person('secadmin')];
  return {
    office: person('office'), system, security, audit: person('auditadmin'),
    appointed: async (role, { org_id = AT[role] ?? (role.startsWith('college') ? 'H1' : 'S1'), campuses = [], classes = [] } = {}) => {
      made += 1;
      const account = `${role}-${made}`;
      const { person: { person_id }, slip } = await system().get<{ person: { person_id: string }; slip: Slip }>('addPerson', { json: { kind: 'staff', name: account, account } });
      const region = role === 'auditor' || role.endsWith('_admin');
      await security().get('addAppointment', { params: { person_id }, json: { role, ...(!region && { org_id }), campuses, classes, from: '2020-01-01' } });
      return activated(served, slip, person_id);
    },
  };
}

/** Uses a slip, signs in and sets up the second factor where it is asked for. */
export async function activated(served: Served, { account, code }: Slip, person_id: string): Promise<Person> {
  const one = visitor(served);
  await one.get('activateAccount', { json: { code, password: PASSWORD } });
  const { level } = await one.get<{ level: string }>('openSession', { json: { account, password: PASSWORD } });
  return { ...one, account, password: PASSWORD, person_id, factor: level === 'enrol' ? await enrolledBy(one) : null };
}

/** Signs in on another browser. A code counts once, so the next one is taken where the last is used up. */
export async function signedInAgain(served: Served, { account, password, factor }: Person): Promise<Visitor> {
  const one = visitor(served);
  await one.get('openSession', { json: { account, password } });
  if (factor !== null) await one.get('showFactor', { json: { code: codeOf(factor.secret, 30) } });
  return one;
}

function enrolledBy(one: Visitor): Promise<Enrolled> {
  return enrolFactor((path, json) => one.ask(path.endsWith('enrol') ? 'beginFactor' : 'confirmFactor', { json }));
}
