import type { RegisterKind } from '../../core/access/kinds.ts';
import type { Role } from '../../core/access/roles.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';

/**
 * The policy once more, as it was agreed, in a notation of its own: for each role and kind of record a level and what
 * may be done there. Levels: R the region, Y the county, O the own organisation, C the own campuses, K the own
 * classes, S oneself, W one's wards, P the own post, L lists of names of the own organisation's roll, N files at daily records of the own organisation, T what one teaches oneself. Acts: r read, w write, e export, v reveal, a approve.
 */
type Notation = Readonly<Partial<Record<KindName, string>>>;
export type KindName = RegisterKind | 'verdicts' | 'imports' | 'snapshots' | 'policy' | 'region' | 'accounts' | 'grants' | 'audit' | 'operation' | 'outbox' | 'documents' | 'partners' | 'teams' | 'duties' | 'matters' | 'agreements' | 'employment' | 'tests' | 'appeals' | 'posts' | 'placements' | 'policies' | 'benefits' | 'courses' | 'supervision' | 'coordination' | 'work' | 'daily' | 'surveys';
export type Act = 'r' | 'w' | 'e' | 'v' | 'a';

const all: Notation = { reference: 'Rr', policy: 'Rr' };
const asked: Notation = { ...all, surveys: 'Sw' };
const staff: Notation = { ...asked, verdicts: 'Rr', snapshots: 'Rr', grants: 'Sw', posts: 'Rr' };
const pilot: Notation = { ...staff, duties: 'Pr' };

export const AGREED: Readonly<Record<Role, Notation>> = {
  office: {
    ...pilot, duties: 'Rr', reference: 'Rrwe', conditions: 'Rrwe', staff: 'Rrwe', students: 'Rw', learning: 'Rw', fees: 'Rw', funds: 'Rrwe', planning: 'Rrwe',
    imports: 'Rrwe', verdicts: 'Rre', snapshots: 'Rrw', policy: 'Rrw', region: 'Rw', grants: 'Rra Sw', outbox: 'Rrw', documents: 'Rrwa',
    partners: 'Rrw', teams: 'Rrw', matters: 'Rrwa', policies: 'Rr', benefits: 'Rr', courses: 'Rr', supervision: 'Rr', coordination: 'Rrwea', work: 'Rr', daily: 'Rr', surveys: 'Rra Sw',
  },
  city_bureau: {
    ...pilot, conditions: 'Rre', staff: 'Rre', funds: 'Rre', planning: 'Rrwe', imports: 'Rrwe', verdicts: 'Rre', grants: 'Rra Sw', documents: 'Rrwa',
    partners: 'Rr', teams: 'Rrw', matters: 'Rrwa', policies: 'Rr', supervision: 'Rr', coordination: 'Rrwe', work: 'Rr', daily: 'Rr', surveys: 'Rr Sw',
  },
  county_bureau: { ...pilot, duties: 'Pr Yr', conditions: 'Yre', staff: 'Yre', planning: 'Yre', verdicts: 'Rre', documents: 'Yrw', partners: 'Yr', teams: 'Yrw', matters: 'Yrwa', supervision: 'Yr', coordination: 'Yrw', work: 'Yr', daily: 'Yr', surveys: 'Yr Sw' },
  finance_bureau: { ...pilot, conditions: 'Or', funds: 'Orwe', imports: 'Orwe', documents: 'Orw', matters: 'Prwa', coordination: 'Orw' },
  department: { ...pilot, planning: 'Rr', documents: 'Orw', matters: 'Orwa', posts: 'Rr Ow', benefits: 'Orw', coordination: 'Orw' },
  college_programme: { ...pilot, conditions: 'Ore', staff: 'Ore', planning: 'Orwe', imports: 'Orwe', verdicts: 'Rr Oe', documents: 'Orw', partners: 'Orw', teams: 'Orw', matters: 'Orwa', agreements: 'Ora', courses: 'Or', supervision: 'Orw', coordination: 'Orw', work: 'Orwe', daily: 'Orwe', surveys: 'Or Sw' },
  college_academic: { ...pilot, conditions: 'Or', staff: 'Orwe', learning: 'Orwe', imports: 'Orwe', documents: 'Orw', tests: 'Orw', appeals: 'Ora', matters: 'Prwa', courses: 'Ora', supervision: 'Orw', work: 'Orwe', daily: 'Orwe' },
  college_finance: { ...pilot, conditions: 'Or', fees: 'Orwe', funds: 'Orwe', imports: 'Orwe', documents: 'Orw', matters: 'Prwa' },
  college_roll: { ...pilot, conditions: 'Or', students: 'Orwev', learning: 'Orwe', imports: 'Orwe', documents: 'Orw Lr', agreements: 'Or', placements: 'Or', policies: 'Or', matters: 'Prwa', employment: 'Or', tests: 'Or', appeals: 'Or' },
  college_leadership: { ...pilot, conditions: 'Ore', staff: 'Ore', funds: 'Ore', planning: 'Ore', verdicts: 'Rre', documents: 'Orwa Lr', partners: 'Or', teams: 'Orw', matters: 'Orwa Prwa', tests: 'Or', appeals: 'Ora', courses: 'Or', supervision: 'Orw', coordination: 'Orw', work: 'Orwe', daily: 'Orwe', surveys: 'Or Sw' },
  school_registrar: {
    ...pilot, conditions: 'Orwe', staff: 'Orwe', students: 'Orwev', learning: 'Orwe', planning: 'Or', imports: 'Orwe', accounts: 'Orw', verdicts: 'Rre', documents: 'Orw Lr', matters: 'Orwa Prwa', agreements: 'Orwe', employment: 'Orwe', tests: 'Or', placements: 'Orwe', policies: 'Orwe', benefits: 'Orwe', courses: 'Or', supervision: 'Or', coordination: 'Orw', work: 'Orwe', daily: 'Orwe',
  },
  school_finance: { ...pilot, conditions: 'Or', policies: 'Or', fees: 'Orwe', funds: 'Orwe', imports: 'Orwe', documents: 'Orw', matters: 'Prwa' },
  school_head: {
    ...pilot, conditions: 'Orwe', staff: 'Orwe', planning: 'Orwe', funds: 'Or', imports: 'Orwe', grants: 'Ora Sw', verdicts: 'Rre', documents: 'Orw Lr',
    partners: 'Orw', teams: 'Orw', matters: 'Orwa Prwa', agreements: 'Ora', employment: 'Or', tests: 'Or', placements: 'Ora', policies: 'Or', courses: 'Ora', supervision: 'Or', coordination: 'Orw', work: 'Orwe', daily: 'Orwe', surveys: 'Or Sw',
  },
  campus_manager: { ...pilot, conditions: 'Crwe', staff: 'Crwe', planning: 'Cr', funds: 'Cr', imports: 'Crwe', verdicts: 'Rre', documents: 'Crw', teams: 'Crw', matters: 'Crwa', work: 'Crwe', daily: 'Crwe' },
  counsellor: { ...pilot, conditions: 'Or', students: 'Kr', learning: 'Kr', agreements: 'Kr', employment: 'Kr', placements: 'Krw', courses: 'Krw', daily: 'Orw', documents: 'Nrw' },
  teacher: { ...asked, duties: 'Pr', courses: 'Trw' },
  enterprise: { ...asked, duties: 'Pr', students: 'Or', learning: 'Or', partners: 'Or', employment: 'Orw', matters: 'Orwa', posts: 'Orw', placements: 'Orwa', coordination: 'Orw' },
  student: { ...asked, duties: 'Sr', students: 'Sr', learning: 'Sr', fees: 'Sr', agreements: 'Sra', employment: 'Srw', appeals: 'Srw', placements: 'Sra', benefits: 'Sr' },
  guardian: { ...asked, duties: 'Wr', students: 'Wr', learning: 'Wr', fees: 'Wr', agreements: 'Wra', employment: 'Wr', appeals: 'Wrw', placements: 'Wra', benefits: 'Wr' },
  auditor: {
    duties: 'Rr', reference: 'Rre', conditions: 'Rre', staff: 'Rre', students: 'Rre', learning: 'Rre', fees: 'Rre', funds: 'Rre', planning: 'Rre',
    policy: 'Rr', verdicts: 'Rre', snapshots: 'Rr', imports: 'Rr', grants: 'Rr', audit: 'Rr', documents: 'Rr',
    partners: 'Rr', teams: 'Rr', matters: 'Rr', agreements: 'Rr', employment: 'Rr', tests: 'Rr', appeals: 'Rr', posts: 'Rr', placements: 'Rr', policies: 'Rr', benefits: 'Rr', courses: 'Rr', supervision: 'Rr', coordination: 'Rr', work: 'Rre', daily: 'Rre', surveys: 'Rr',
  },
  system_admin: { accounts: 'Rrw', operation: 'Rr', outbox: 'Rrw' },
  security_admin: { accounts: 'Rra', operation: 'Rr' },
  audit_admin: { audit: 'Rr' },
};

/** Which kind each sheet's records are of, as agreed. */
export const KIND_OF_SHEET: Readonly<Record<SheetName, RegisterKind>> = {
  region: 'reference', organisations: 'reference', parks: 'reference', services: 'reference', programmes: 'reference', calendar: 'reference',
  grant_standards: 'reference', lecture_rates: 'reference',
  schools: 'conditions', campuses: 'conditions', land: 'conditions', rooms: 'conditions', facilities: 'conditions', bases: 'conditions',
  equipment: 'conditions', classes: 'conditions', headcounts: 'conditions',
  staff: 'staff', teaching: 'staff',
  students: 'students', guardians: 'students', filings: 'students', agreements: 'students', insurance: 'students', internships: 'students',
  results: 'learning', certificates: 'learning', credits: 'learning', destinations: 'learning',
  charges: 'fees', receipts: 'fees', departures: 'fees', custody_spending: 'fees',
  shares: 'funds', grant_headcounts: 'funds', grant_receipts: 'funds', payments: 'funds', budgets: 'funds', spending: 'funds',
  intakes: 'planning', options: 'planning', limits: 'planning',
};

/** Where somebody stands: the labels behind each level. */
export interface Place {
  readonly role: Role;
  readonly levels: Readonly<Partial<Record<string, readonly string[]>>>;
}

/** Somebody of the made world: places held, and labels of minors' records that a grant opens. */
export interface Somebody {
  readonly places: readonly Place[];
  readonly granted: readonly string[];
}

const MINORS: ReadonlySet<string> = new Set(['students', 'learning', 'fees']);

/** Everything ('all'), or the labels of which a record must carry one; null: nothing at all. */
export type Open = 'all' | readonly string[] | null;

/** What is open to somebody for an act on records of a kind. */
export function openTo(somebody: Somebody, kind: KindName, act: Act): Open {
  const found: string[] = [];
  let any = false;
  for (const { role, levels } of somebody.places) {
    for (const [level = '', ...acts] of (AGREED[role][kind] ?? '').split(' ')) {
      if (!acts.includes(act)) continue;
      if (level === 'R') return 'all';
      const labels = levels[level] ?? [];
      any ||= labels.length > 0;
      found.push(...labels);
    }
  }
  if (act === 'r' && MINORS.has(kind) && somebody.granted.length > 0) {
    if (somebody.granted.includes('*')) return 'all';
    found.push(...somebody.granted);
    any = true;
  }
  return any ? found : null;
}

/** Whether a record with these labels is among what is open. */
export function holds(open: Open, labels: readonly string[]): boolean {
  return open === 'all' || open !== null && open.some((label) => labels.includes(label));
}
