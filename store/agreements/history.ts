import type { CopyHolder } from '../../core/agreements/party.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import type { Agreement } from './agreement.ts';
import type { CopyWay } from './copies.ts';
import { agreementEnd, type AgreementEnd } from './ending.ts';

/** What else there is to know of an agreement that may be read: its versions, paper, copies, last day, confirmation. */
export interface AgreementHistory {
  readonly number: string | null;
  readonly code: string | null;
  readonly due_on: PlainDate | null;
  readonly confirmed_on: PlainDate | null;
  /** B37: ended since the student does not step up; null while it holds. */
  readonly ended: AgreementEnd | null;
  /** Where the student is today. */
  readonly stage: 'secondary' | 'higher' | null;
  readonly versions: readonly { readonly version: number; readonly reason: string; readonly recorded_at: Instant; readonly holds: boolean }[];
  readonly copies: readonly { readonly holder: CopyHolder; readonly way: CopyWay; readonly received_by: string; readonly received_on: PlainDate }[];
}

export function historyOf(tx: Transaction, { agreement_id, student_id, holds }: Agreement, on: PlainDate): Promise<AgreementHistory> {
  return tx.whole(async (whole) => {
    const values = [whole.actor.region_id, agreement_id];
    const [paper] = await whole.query<{ number: string; code: string }>('select number_text as number, code from agreement_papers where region_id = $1 and agreement_id = $2 and version = $3', [...values, holds]);
    const [due] = await whole.query<{ due_on: PlainDate }>(
      `select d.due_on from duty_students s join duties d on d.region_id = $1 and d.duty_key = s.duty_key and d.duty = 'agreement' where s.region_id = $1 and s.student_id = $2 limit 1`, [whole.actor.region_id, student_id]);
    const [confirmed] = await whole.query<{ on: PlainDate }>('select max(confirmed_on) as "on" from agreement_confirmations where region_id = $1 and agreement_id = $2 and version = $3', [...values, holds]);
    const [roll] = await whole.query<{ stage: 'secondary' | 'higher' }>(
      `select r.stage from register_students r where r.region_id = $1 and r.student_id = $2 and ${standing('r')} and r.valid_from <= $3::date order by r.valid_from desc limit 1`, [whole.actor.region_id, student_id, on]);
    const versions = await whole.query<AgreementHistory['versions'][number]>(
      'select version, reason, recorded_at, version = $3::integer as holds from agreement_versions where region_id = $1 and agreement_id = $2 order by version desc', [...values, holds ?? 0]);
    const copies = await whole.query<AgreementHistory['copies'][number]>(
      'select holder, way, received_by, received_on from agreement_copies where region_id = $1 and agreement_id = $2 and version = $3 order by recorded_at', [...values, holds]);
    return { number: paper?.number ?? null, code: paper?.code ?? null, due_on: due?.due_on ?? null, confirmed_on: confirmed?.on ?? null, ended: await agreementEnd(whole, student_id), stage: roll?.stage ?? null, versions, copies };
  });
}
