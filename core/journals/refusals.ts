import type { GuardAnswer } from '../approvals/decide.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { dayAt, valuesNow, type JournalEntry } from './entry.ts';
import { WHOLE_PERCENT, type Values } from './field.ts';
import type { JournalKind } from './journal-kind.ts';
import { dayOverWhole, type HeldShare } from './shares.ts';

/** What is known of a campus when an entry is recorded or moved. */
export interface Ground {
  readonly today: PlainDate;
  /** Entries of the campus that stand; of shares and bookings those of every campus. */
  readonly standing: readonly JournalEntry[];
  readonly bases: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Parcels and rooms of the campus, as `land P1` and `room R1`. */
  readonly sites: ReadonlySet<string>;
  /** Persons who are full-time teachers in both stages on the day. */
  readonly overlapping: ReadonlySet<string>;
  /** Majors of the programmes of the campus's school. */
  readonly majors: ReadonlySet<string>;
}

/** Why an entry cannot be recorded, with its clause. */
export interface EntryRefusal {
  readonly clause: string;
  readonly text: Bilingual;
}

const because = (clause: string, zh: string, en: string): EntryRefusal => ({ clause, text: { zh, en } });

/** What speaks against an entry that can be read; null where nothing does. */
export function refusalOfEntry(kind: JournalKind, values: Values, ground: Ground): EntryRefusal | null {
  const { base_id, owner_id, person_id, higher_code } = values;
  if (kind.id !== 'base_project' && base_id !== undefined && !ground.bases.has(String(base_id))) return because(kind.clause, `台账中没有这个实训基地：${String(base_id)}`, `The register has no such base: ${String(base_id)}`);
  if (owner_id !== undefined && !ground.organisations.has(String(owner_id))) return because(kind.clause, `没有这个单位：${String(owner_id)}`, `There is no such organisation: ${String(owner_id)}`);
  if (kind.id === 'site_titles' && !ground.sites.has(`${String(values['site'])} ${String(values['site_id'])}`)) return because(kind.clause, `校区台账中没有这块土地或这个房间：${String(values['site_id'])}`, `The campus has no such parcel or room: ${String(values['site_id'])}`);
  if (kind.id === 'base_agreements') return overWhole(values, ground.standing);
  if (kind.id === 'overlap_exception') return notExceptable(values, ground);
  if (kind.id === 'expert_hire' && !ground.majors.has(String(higher_code))) return because('M6-d', `学校没有这个高职专业：${String(higher_code)}`, `The school has no such major: ${String(higher_code)}`);
  return kind.way !== null && kind.id === 'expert_hire' && alreadyOpen(kind, ground, (one) => one['person_id'] === person_id && one['course'] === values['course'])
    ? because('M6-d', '这位能手的这门课已在推荐中', 'This expert is recommended for this course already') : null;
}

/** A person is named by the register of staff of the campus, its school or its college. */
export function unknownPerson({ clause }: Pick<JournalKind, 'clause'>, id: string): EntryRefusal {
  return because(clause, `校区、学校和学院的教职工台账中没有编号为 ${id} 的人员，请从名单中选取`, `The register of staff of campus, school and college has no ${id}: choose from the list`);
}

function overWhole(values: Values, standing: readonly JournalEntry[]): EntryRefusal | null {
  const over = dayOverWhole([...sharesOf(standing), shareOf(values)]);
  return over === null ? null : because('M4-c', `${over.on} 起，基地 ${over.base_id} 各方份额合计 ${over.percent}%，超过 ${WHOLE_PERCENT}%`, `From ${over.on} the shares of base ${over.base_id} come to ${over.percent} %, more than the whole`);
}

function notExceptable({ person_id, until }: Values, { overlapping, today, standing }: Ground): EntryRefusal | null {
  if (!overlapping.has(String(person_id))) return because('R5-b', '该人员没有同时在两个学段任专任教师，无须例外', 'The person is not full time in both stages; nothing is to be excepted');
  if (String(until) <= today) return because('R5-b', '到期日须在今天之后', 'The end must lie after today');
  return standing.some((one) => one.kind.id === 'overlap_exception' && one.values['person_id'] === person_id && one.steps.at(-1)?.to === 'asked')
    ? because('R5-b', '该人员已有一件待审批的例外', 'An exception for this person is waiting to be decided') : null;
}

function alreadyOpen(kind: JournalKind, { standing }: Ground, same: (values: Values) => boolean): boolean {
  return standing.some((one) => one.kind === kind && same(one.values) && one.steps.at(-1)?.to === kind.way?.opens.state);
}

const shareOf = (values: Values): HeldShare => values as unknown as HeldShare;

/** The shares of bases among entries. */
export function sharesOf(entries: readonly JournalEntry[]): HeldShare[] {
  return entries.filter(({ kind }) => kind.id === 'base_agreements').map(({ values }) => shareOf(values));
}

const met: GuardAnswer = { met: true, detail: null };
const unmet = (zh: string, en: string): GuardAnswer => ({ met: false, detail: { zh, en } });

/** What each guard of a step answers: `files` hang at the entry since it last came back. */
export function answersOf(entry: JournalEntry, details: Values, ground: Ground, files: number): ReadonlyMap<string, GuardAnswer> {
  const now = valuesNow(entry);
  const proof = files > 0 ? met : unmet('还没有附上材料（照片、文件）。', 'Nothing is attached yet: a photo or a paper.');
  const recommended = dayAt(entry, 'on');
  const contracted = details['contract_on'];
  return new Map<string, GuardAnswer>([
    ['hazard_proof', proof], ['incident_proof', proof], ['acceptance_proof', proof],
    ['base_registered', ground.bases.has(String(now['base_id'])) ? met : unmet(`台账中没有编号为 ${String(now['base_id'])} 的基地，请先登记。`, `No base ${String(now['base_id'])} in the register: report it first.`)],
    ['person_overlaps', ground.overlapping.has(String(now['person_id'])) ? met : unmet('该人员已不同时在两个学段任专任教师。', 'The person is no longer full time in both stages.')],
    ['until_ahead', String(now['until']) > ground.today ? met : unmet('到期日已过，请重新申请。', 'The end is over: ask anew.')],
    ['contract_in_order', recommended !== null && typeof contracted === 'string' && recommended <= contracted ? met
      : unmet(`推荐日期为 ${recommended ?? ''}，合同日期为 ${String(contracted ?? '')}。`, `Recommended on ${recommended ?? ''}, contract of ${String(contracted ?? '')}.`)],
  ]);
}
