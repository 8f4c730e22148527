import { REGISTER_KINDS, type Kind } from './kinds.ts';
import type { Role } from './roles.ts';

/** How an actor stands to the records of a rule; `rolls`: lists of names of those who keep or seal an organisation's roll; `rounds`: files at daily records of an organisation's campuses, to be added at one's own; `post`: what is owed by, or to, the very role at its place; `taught`: what somebody teaches, by their number in the register of staff. */
export const RELATIONS = ['region', 'county', 'organisation', 'rolls', 'rounds', 'campuses', 'classes', 'self', 'wards', 'post', 'taught'] as const;
export type Relation = (typeof RELATIONS)[number];

export const ACTIONS = ['read', 'write', 'export', 'reveal', 'approve'] as const;
export type Action = (typeof ACTIONS)[number];

/** A record stands until a later one answers it; one that was withdrawn says that the row holds no more. */
export type RecordState = 'standing' | 'withdrawn' | 'answered';

/** In which state of a record an action can be done: what was answered is history, to be read and nothing else. */
export const STATES: Readonly<Record<Action, readonly RecordState[]>> = {
  read: ['standing', 'withdrawn', 'answered'], write: ['standing'], export: ['standing'], reveal: ['standing'], approve: ['standing'],
};

/** One line of the policy: with this relation to records of these kinds, the role may do this. */
export interface Rule {
  readonly kinds: readonly Kind[];
  readonly relation: Relation;
  readonly actions: readonly Action[];
}

/** `reading('region', 'reference', 'policy')`. */
const rule = (...actions: Action[]) => (relation: Relation, ...kinds: Kind[]): Rule => ({ kinds, relation, actions });
const reading = rule('read');
const exporting = rule('read', 'export');
const keeping = rule('read', 'write', 'export');
const writing = rule('write');
const working = rule('read', 'write');
const revealing = rule('reveal');
const approving = rule('approve');
/** Official documents: to attach files is writing, to give a number, correct and revoke is approving. */
const filing = rule('read', 'write');
const issuing = rule('read', 'write', 'approve');
/** To open matters and to take their steps, as far as the table of the matter's kind lets the role; those about a student by post. */
const acting = rule('read', 'write', 'approve');
/** Courses of classes: to enter grades and conduct is writing, to open courses and to release or decide what was entered is approving. */
const teaching = rule('read', 'write');
const deciding = rule('read', 'approve');
/** Agreements of students: to draw them up is writing, to sign is approving. */
const signing = rule('read', 'approve');
/** Sample and step-up tests: to hold them is writing. Appeals: to make one is writing, to answer one is approving. */
const appealing = rule('read', 'write');
const answering = rule('read', 'approve');
/** Internships: to do something to one is writing, to sign its agreement is approving. */
const interning = rule('read', 'write', 'approve');

/** What anybody who is signed in may read. */
const everybody: readonly Rule[] = [reading('region', 'reference', 'policy')];
/** S3-h: a survey is answered for oneself; what it came to is read by place, and opened by the office. */
const asked: readonly Rule[] = [...everybody, writing('self', 'surveys')];
/** What anybody who works in the pilot may read; campuses and schools are cut to those in reach. */
const pilot: readonly Rule[] = [...asked, reading('region', 'verdicts', 'snapshots', 'posts'), writing('self', 'grants')];
/** The same of those who have duties of their own. */
const staff: readonly Rule[] = [...pilot, reading('post', 'duties')];

/**
 * Who may do what with which records: the one table. The API asks it before a route runs, the pages show buttons
 * by it, and every transaction hands its reach to the database's row security.
 */
export const POLICY: Readonly<Record<Role, readonly Rule[]>> = {
  office: [
    ...staff, reading('region', 'duties'), keeping('region', 'reference', 'conditions', 'staff', 'funds', 'planning', 'imports'),
    // Minors' records come in by the region's files; to read them takes a grant.
    writing('region', 'students', 'learning', 'fees', 'snapshots', 'policy', 'region'), approving('region', 'grants'), reading('region', 'grants'),
    rule('export')('region', 'verdicts'), rule('read', 'write')('region', 'outbox'),
    issuing('region', 'documents'),
    working('region', 'partners', 'teams'), acting('region', 'matters'), reading('region', 'policies', 'benefits', 'supervision', 'work', 'daily'),
    reading('region', 'courses'),
    // S1-e: circulars are issued by the office; receipts and entries of the log are everybody's own.
    rule('read', 'write', 'export', 'approve')('region', 'coordination'), deciding('region', 'surveys'),
  ],
  city_bureau: [
    ...staff, exporting('region', 'conditions', 'staff', 'funds', 'verdicts'), keeping('region', 'planning', 'imports'),
    approving('region', 'grants'), reading('region', 'grants'), issuing('region', 'documents'),
    reading('region', 'partners', 'policies', 'supervision', 'work', 'daily', 'surveys'), working('region', 'teams'), keeping('region', 'coordination'), acting('region', 'matters'),
  ],
  county_bureau: [
    ...staff, exporting('county', 'conditions', 'staff', 'planning'), exporting('region', 'verdicts'), filing('county', 'documents'),
    reading('county', 'duties', 'partners', 'supervision', 'work', 'daily', 'surveys'), working('county', 'teams', 'coordination'), acting('county', 'matters'),
  ],
  // M10-d, S2-b: support of firms is its to decide, by post.
  finance_bureau: [...staff, working('organisation', 'coordination'), reading('organisation', 'conditions'), keeping('organisation', 'funds', 'imports'), filing('organisation', 'documents'), acting('post', 'matters')],
  // S2-a: plans that it co-ordinates; S2-d, e, g: posts that it offers for firms, sessions of appraisal, benefits and who claimed them.
  department: [
    ...staff, reading('region', 'planning'), filing('organisation', 'documents'), acting('organisation', 'matters'), working('organisation', 'posts', 'benefits', 'coordination'),
  ],
  college_programme: [
    ...staff, exporting('organisation', 'conditions', 'staff', 'verdicts'), keeping('organisation', 'planning', 'imports'), filing('organisation', 'documents'),
    // S3-a, S3-c: visits at the schools of its programmes.
    working('organisation', 'partners', 'teams', 'supervision', 'coordination'), acting('organisation', 'matters'), signing('organisation', 'agreements'),
    reading('organisation', 'courses', 'surveys'), keeping('organisation', 'work', 'daily'),
  ],
  college_academic: [
    ...staff, reading('organisation', 'conditions'), keeping('organisation', 'staff', 'learning', 'imports'), filing('organisation', 'documents'),
    working('organisation', 'tests', 'supervision'), answering('organisation', 'appeals'), acting('post', 'matters'),
    deciding('organisation', 'courses'), keeping('organisation', 'work', 'daily'),
  ],
  // R4: bills, orders to pay and their approval, by post.
  college_finance: [...staff, reading('organisation', 'conditions'), keeping('organisation', 'fees', 'funds', 'imports'), filing('organisation', 'documents'), acting('post', 'matters')],
  college_roll: [
    ...staff, reading('organisation', 'conditions'), keeping('organisation', 'students', 'learning', 'imports'), revealing('organisation', 'students'),
    filing('organisation', 'documents'), reading('rolls', 'documents'), reading('organisation', 'agreements', 'employment', 'tests', 'appeals', 'placements', 'policies'), acting('post', 'matters'),
  ],
  college_leadership: [
    ...staff, exporting('organisation', 'conditions', 'staff', 'funds', 'planning'), exporting('region', 'verdicts'), issuing('organisation', 'documents'), reading('rolls', 'documents'),
    reading('organisation', 'partners'), working('organisation', 'teams', 'supervision', 'coordination'), acting('organisation', 'matters'), acting('post', 'matters'),
    reading('organisation', 'tests'), answering('organisation', 'appeals'),
    reading('organisation', 'courses', 'surveys'), keeping('organisation', 'work', 'daily'),
  ],
  school_registrar: [
    ...staff, keeping('organisation', 'conditions', 'staff', 'students', 'learning', 'imports'), reading('organisation', 'planning'),
    revealing('organisation', 'students'), rule('read', 'write')('organisation', 'accounts'), rule('export')('region', 'verdicts'),
    filing('organisation', 'documents'), reading('rolls', 'documents'), acting('organisation', 'matters'), acting('post', 'matters'), keeping('organisation', 'agreements', 'employment', 'placements', 'policies', 'benefits'), reading('organisation', 'tests', 'supervision'), working('organisation', 'coordination'),
    reading('organisation', 'courses'), keeping('organisation', 'work', 'daily'),
  ],
  school_finance: [...staff, reading('organisation', 'conditions', 'policies'), keeping('organisation', 'fees', 'funds', 'imports'), filing('organisation', 'documents'), acting('post', 'matters')],
  school_head: [
    ...staff, keeping('organisation', 'conditions', 'staff', 'planning', 'imports'), reading('organisation', 'funds', 'grants'),
    approving('organisation', 'grants'), rule('export')('region', 'verdicts'), filing('organisation', 'documents'), reading('rolls', 'documents'),
    working('organisation', 'partners', 'teams', 'coordination'), acting('organisation', 'matters'), acting('post', 'matters'), signing('organisation', 'agreements', 'placements'), reading('organisation', 'employment'), reading('organisation', 'tests'), reading('organisation', 'policies', 'supervision'),
    deciding('organisation', 'courses'), reading('organisation', 'surveys'), keeping('organisation', 'work', 'daily'),
  ],
  campus_manager: [
    ...staff, keeping('campuses', 'conditions', 'staff', 'imports'), reading('campuses', 'funds', 'planning'), rule('export')('region', 'verdicts'), filing('campuses', 'documents'),
    working('campuses', 'teams'), acting('campuses', 'matters'), keeping('campuses', 'work', 'daily'),
  ],
  // M3-a, R6-e: whoever is on duty at a campus knows its rooms; the students are those of their classes.
  counsellor: [...staff, reading('organisation', 'conditions'), reading('classes', 'students', 'learning', 'agreements', 'employment'), working('classes', 'placements'), teaching('classes', 'courses'), working('organisation', 'daily'), filing('rounds', 'documents')],
  // M3-e: the courses that one teaches oneself, with the grades of who is in them, and no register.
  teacher: [...asked, reading('post', 'duties'), teaching('taught', 'courses')],
  enterprise: [
    ...asked, reading('post', 'duties'), reading('organisation', 'students', 'learning'),
    // M10-c, S2-j, M10-d: its posts, whom it is shown, and what it claims; M9-a: schemes that it is a party of.
    reading('organisation', 'partners'), working('organisation', 'employment'), acting('organisation', 'matters'), working('organisation', 'posts', 'coordination'), interning('organisation', 'placements'),
  ],
  student: [...asked, reading('self', 'duties'), reading('self', 'students', 'learning', 'fees'), signing('self', 'agreements', 'placements'), reading('self', 'benefits'), working('self', 'employment'), appealing('self', 'appeals')],
  guardian: [...asked, reading('wards', 'duties'), reading('wards', 'students', 'learning', 'fees'), signing('wards', 'agreements', 'placements'), reading('wards', 'benefits'), reading('wards', 'employment'), appealing('wards', 'appeals')],
  auditor: [
    ...everybody, exporting('region', ...REGISTER_KINDS), reading('region', 'matters', 'verdicts', 'snapshots', 'imports', 'grants', 'audit', 'documents'), rule('export')('region', 'verdicts'),
    reading('region', 'duties', 'partners', 'teams', 'agreements', 'employment', 'tests', 'appeals', 'posts', 'placements', 'policies', 'benefits'),
    reading('region', 'courses', 'supervision', 'coordination', 'surveys'), exporting('region', 'work', 'daily'),
  ],
  system_admin: [rule('read', 'write')('region', 'accounts', 'outbox'), reading('region', 'operation')],
  security_admin: [rule('read', 'approve')('region', 'accounts'), reading('region', 'operation')],
  audit_admin: [reading('region', 'audit')],
};
