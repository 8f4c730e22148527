import { destinationDeadline } from '../../core/employment/deadline.ts';
import { isLate, refusalOfDestination, type DestinationDraft, type DestinationRefusal, type EntryDay } from '../../core/employment/draft.ts';
import { CONTRACTS } from '../../core/employment/outcomes.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { lockFacts } from '../record-stamp.ts';
import { addRecord, correctRecord, type Cells, type RecordChange } from '../register-changes.ts';
import { sealValue } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import { destinationsOf, graduatesOf, kept, type DestinationRow, type GraduateRow } from './graduates.ts';

export interface RefusedEntry {
  readonly student_id: string;
  readonly why: DestinationRefusal | 'unknown_student' | 'unknown_employer' | 'twice' | 'not_recorded';
}

export type RecordedDestinations =
  | { readonly outcome: 'done'; readonly value: { readonly recorded: number } }
  /** Nothing was recorded of anybody. */
  | { readonly outcome: 'destinations_refused'; readonly refused: readonly RefusedEntry[] };

interface Given {
  readonly pack: Pack;
  readonly today: PlainDate;
}

/** M10-b: records where graduates went, one record each, all of them or none. What was recorded earlier stays. */
export async function recordDestinations(tx: Transaction, drafts: readonly DestinationDraft[], { pack, today }: Given): Promise<RecordedDestinations> {
  await lockFacts(tx);
  const ids = drafts.map(({ student_id }) => student_id);
  const graduates = new Map(kept(tx, await graduatesOf(tx, { students: ids, on: today })).map((one) => [one.student_id, one]));
  const earlier = groupBy(await destinationsOf(tx, ids, today), ({ student_id }) => student_id);
  const employers = employersOf(await loadRows(tx, 'organisations', {}));
  const refused: RefusedEntry[] = [];
  for (const [at, given] of drafts.entries()) {
    const draft = { ...given, ...employers(given) };
    const graduate = graduates.get(draft.student_id);
    const own = earlier.get(draft.student_id) ?? [];
    const why = ids.indexOf(draft.student_id) !== at ? 'twice' as const : await recordOne(tx, draft, { graduate, earlier: own, day: dayOf(graduate, pack, today) });
    if (why !== null) refused.push({ student_id: draft.student_id, why });
  }
  if (refused.length > 0) return { outcome: 'destinations_refused', refused };
  await tx.audit({ action: 'destination.recorded', object: 'registers/destinations', detail: { recorded: drafts.length, day: today } });
  return { outcome: 'done', value: { recorded: drafts.length } };
}

function dayOf(graduate: GraduateRow | undefined, pack: Pack, today: PlainDate): EntryDay {
  return { today, deadline: graduate === undefined ? null : destinationDeadline(parametersOn(pack.parameters, today), graduate.graduated_on) };
}

type Employer = Pick<DestinationDraft, 'employer_id' | 'employer_credit_code'> & { readonly unknown?: true };

/** An employer of the directory is named by its id, whether it was given by that or by its credit code. */
function employersOf(organisations: readonly Row<'organisations'>[]): (draft: DestinationDraft) => Employer {
  const [byId, byCode] = [new Set(organisations.map(({ org_id }) => org_id)), new Map(organisations.flatMap(({ org_id, credit_code }) => (credit_code === null ? [] : [[credit_code, org_id] as const])))];
  return ({ employer_id, employer_credit_code }) => {
    if (employer_id !== null) return { employer_id, employer_credit_code: null, ...(!byId.has(employer_id) && { unknown: true }) };
    return { employer_id: byCode.get(employer_credit_code ?? '') ?? null, employer_credit_code: byCode.has(employer_credit_code ?? '') ? null : employer_credit_code };
  };
}

interface OfGraduate {
  readonly graduate: GraduateRow | undefined;
  readonly earlier: readonly DestinationRow[];
  readonly day: EntryDay;
}

async function recordOne(tx: Transaction, draft: DestinationDraft & Employer, { graduate, earlier, day }: OfGraduate): Promise<RefusedEntry['why'] | null> {
  if (graduate === undefined) return 'unknown_student';
  if (draft.unknown === true) return 'unknown_employer';
  const refusal = refusalOfDestination(draft, { graduated_on: graduate.graduated_on, earlier }, day);
  if (refusal !== null) return refusal;
  const sameDay = earlier.find(({ recorded_on }) => recorded_on === day.today);
  const cells = cellsOf(draft, day.today);
  const change: RecordChange<'destinations'> = sameDay === undefined
    ? await addRecord(tx, 'destinations', cells, draft.reason) : await correctRecord(tx, 'destinations', Number(sameDay.record_id), cells, draft.reason);
  if (change.outcome !== 'done') return 'not_recorded';
  await addDetails(tx, change.record.record_id, draft, { scopes: graduate.scopes, late: isLate(earlier, day) });
  return null;
}

const BAND_FEN = 100_000n;
const BAND_YUAN = 1000n;

function cellsOf({ student_id, code, employer_id, employer_credit_code, workplace_division, industry, contract_kind, wage_fen }: DestinationDraft, today: PlainDate): Cells {
  const band = wage_fen === null ? null : wage_fen / BAND_FEN;
  return {
    student_id, code, employer_id: employer_id ?? '', employer_credit_code: employer_credit_code ?? '', workplace_division: workplace_division ?? '', industry: industry ?? '',
    contract: contract_kind === null ? '' : CONTRACTS[contract_kind].zh, wage_band: band === null ? '' : `${band * BAND_YUAN}-${(band + 1n) * BAND_YUAN}`, recorded_on: today,
  };
}

async function addDetails(tx: Transaction, record_id: number, draft: DestinationDraft, { scopes, late }: { readonly scopes: readonly string[]; readonly late: boolean }): Promise<void> {
  const contact = draft.contact === null ? null : await sealValue(tx, 'phone', draft.contact);
  const firm = draft.employer_id === null ? [] : [`org:${draft.employer_id}`];
  await tx.change(
    `insert into destination_details (region_id, record_id, student_id, evidence, evidence_ref, agreed_on, position, contract_kind, wage_fen, match, contact, insured_from, late_reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, clock_timestamp(), $15)`,
    [tx.actor.region_id, record_id, draft.student_id, draft.evidence, draft.evidence_ref.trim(), draft.agreed_on, draft.position, draft.contract_kind, draft.wage_fen, draft.match, contact, draft.insured_from,
      late ? draft.reason : null, [...new Set([...scopes, ...firm])], tx.actor.account]);
}
