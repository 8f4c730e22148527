import { hasErrors, type Problem } from '../../core/exchange/problem.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import { beginSealing, type Unsealed } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import type { AdmissionRow } from './admission.ts';
import { findBeyondQuota, findForeign, findSettled, findStopped, programmeScopes } from './check-admissions.ts';
import { findDuplicates } from './find-duplicates.ts';
import { bringUpIntakes } from './intakes.ts';
import { GIVEN, stageAdmissions } from './stage-admissions.ts';

/** A read list of admitted students on its way into the store. */
export interface AdmissionFile {
  readonly rows: readonly AdmissionRow[];
  readonly problems: readonly Problem[];
  readonly file: { readonly name: string; readonly sha256: string };
}

export interface AdmissionCounts {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** Pairs of records that may be of one person, to be decided. */
  readonly duplicates: number;
}

export type AdmissionsImported =
  | { readonly outcome: 'done' | 'unchanged'; readonly batch: number | null; readonly counts: AdmissionCounts; readonly problems: readonly Problem[] }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'no_region' };

/**
 * R3-b, M8-c: takes a list of admitted students in, all or nothing. Who is known by year and exam number is corrected by a
 * record that answers; look-alikes are noted for decision and never merged. Whatever is not `done` is for the caller to discard.
 */
export async function importAdmissions(tx: Transaction, given: AdmissionFile): Promise<AdmissionsImported> {
  const stamp = await lockFacts(tx);
  if (stamp === null) return { outcome: 'no_region' };
  if (hasErrors(given.problems)) return { outcome: 'problems', problems: given.problems };
  return tx.whole((whole) => store(whole, given, stamp));
}

async function store(whole: Transaction, { rows, problems, file }: AdmissionFile, stamp: Stamp): Promise<AdmissionsImported> {
  const scopes = await programmeScopes(whole);
  const foreign = await findForeign(whole, rows, scopes);
  if (foreign.length > 0) return { outcome: 'problems', problems: [...problems, ...foreign] };
  const unsealed: Unsealed = new Map();
  await stageAdmissions(whole, rows, unsealed);
  const refused = [...await findSettled(whole), ...await findBeyondQuota(whole), ...await findStopped(whole)];
  if (refused.length > 0) return { outcome: 'problems', problems: [...problems, ...refused] };
  const [counted] = await whole.arrays('select count(*) filter (where same), count(*) filter (where not same), count(*) filter (where answers is null) from staged_admissions');
  const [unchanged = 0, corrected = 0, added = 0] = (counted ?? []).map(Number);
  if (added + corrected === 0) return { outcome: 'unchanged', batch: null, counts: { added, corrected, unchanged, duplicates: 0 }, problems };
  const storeSealed = await beginSealing(whole, unsealed);
  const batch = await record(whole, scopes, { many: added + corrected, stamp });
  await storeSealed();
  const duplicates = await findDuplicates(whole, batch, stamp);
  await bringUpIntakes(whole, stamp, { batch });
  const counts = { added, corrected, unchanged, duplicates };
  await whole.audit({ action: 'admission.import', object: `admissions/batches/${batch}`, detail: { file_sha256: file.sha256, ...counts } });
  return { outcome: 'done', batch, counts, problems };
}

async function record(whole: Transaction, scopes: ReadonlyMap<string, readonly string[]>, { many, stamp }: { readonly many: number; readonly stamp: Stamp }): Promise<number> {
  const { region_id, account } = whole.actor;
  const batch = await takeNumbers(whole, 'next_number', 1);
  const first = await takeNumbers(whole, 'next_number', many);
  await whole.change(
    'update admissions o set superseded_at = $2 from staged_admissions s where o.region_id = $1 and o.admission_id = s.answers and not s.same', [region_id, stamp.at]);
  await whole.change(
    `insert into admissions (region_id, admission_id, ${GIVEN.join(', ')}, state, version, batch, source_row, answers, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint - 1 + row_number() over (order by s.source_row), ${GIVEN.map((one) => `s.${one}`).join(', ')}, coalesce(s.state, 'admitted'), coalesce(s.version, 1),
       $3::bigint, s.source_row, s.answers, string_to_array(p.scopes, chr(31)), $4, $5
     from staged_admissions s join unnest($6::text[], $7::text[]) as p(programme_id, scopes) on p.programme_id = s.programme_id where s.same is not true`,
    [region_id, first, batch, stamp.at, account, [...scopes.keys()], [...scopes.values()].map((labels) => labels.join('\u001f'))]);
  return batch;
}
