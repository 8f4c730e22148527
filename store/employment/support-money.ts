import type { SupportMove } from '../../core/employment/support.ts';
import type { EventName } from '../../core/funding/events.ts';
import type { OrderLine } from '../../core/orders/propose.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { sumOf, yuanText } from '../../core/values/fen.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { post } from '../ledger/post.ts';
import { lockFacts, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

const EVENT_OF = { due: 'support_due', paid: 'support_paid', dropped: 'support_dropped', reclaimed: 'support_reclaimed', returned: 'support_returned' } as const satisfies Readonly<Record<SupportMove, EventName>>;

/** The money of one support that was granted. */
export interface SupportMoney {
  readonly support_id: string;
  readonly student_id: string;
  readonly firm_id: string;
  /** Null until it is in the books. */
  readonly payer_id: string | null;
  readonly fen: bigint;
  /** The fiscal year in which it was granted. */
  readonly year: number;
  readonly moves: readonly SupportMove[];
  readonly scopes: readonly string[];
}
export type OfPayer = SupportMoney & { readonly payer_id: string };

interface Moving {
  readonly move: SupportMove;
  readonly matter_id: number;
  readonly on: PlainDate;
  /** The bank's, of what was paid or came back. */
  readonly reference?: string;
}

/** M10-d: records what becomes of the money of supports and posts it, in the transaction of the act. To be called with the authority over funds. */
export async function moveSupports(deciding: Transaction, supports: readonly OfPayer[], { move, matter_id, on, reference }: Moving): Promise<void> {
  if (supports.length === 0) return;
  const stamp = await lockFacts(deciding);
  if (stamp === null) throw new Error('support of a region that is not there');
  const first = await takeNumbers(deciding, 'next_record_id', supports.length);
  for (const [at, { support_id, firm_id, payer_id, fen, year, scopes }] of supports.entries()) {
    await deciding.change(
      `insert into support_movements (region_id, movement_id, support_id, matter_id, move, firm_id, payer_id, fen, year, moved_on, reference, scopes, recorded_at, recorded_by)
       values ($1, $2, $3::bigint, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [deciding.actor.region_id, first + at, support_id, matter_id, move, firm_id, payer_id, fen, year, on, reference ?? null, [...new Set([...scopes, `org:${payer_id}`])], stamp.at, deciding.actor.account]);
  }
  const postings = supports.map(({ firm_id, payer_id, fen, year }, at) => ({ source: BigInt(first + at), event: EVENT_OF[move], holders: { firm: firm_id, payer: payer_id }, amount_yuan: yuanText(fen), year, valid_on: on }));
  const posted = await post(deciding, postings, stamp.at);
  if (posted.outcome !== 'posted') throw new Error(`support is refused by the books: ${posted.refusal} ${posted.account ?? ''}`);
}

const MONEY = `select s.support_id::text, s.student_id, s.firm_id, d.payer_id, s.amount_fen::text as fen, s.decided_on, s.scopes,
    array(select m.move from support_movements m where m.region_id = s.region_id and m.support_id = s.support_id order by m.movement_id) as moves
  from hiring_supports s left join support_movements d on d.region_id = s.region_id and d.support_id = s.support_id and d.move = 'due'
  where s.region_id = $1 and s.answers is null`;
type MoneyRow = Omit<SupportMoney, 'fen' | 'year'> & { readonly fen: string; readonly decided_on: PlainDate };
const moneyOf = ({ fen, decided_on, ...row }: MoneyRow): SupportMoney => ({ ...row, fen: BigInt(fen), year: yearOf(decided_on) });

/** The money of a firm's supports for these graduates. To be called within `tx.whole`. */
export async function moneyOfHeads(whole: Transaction, firm_id: string, heads: readonly string[]): Promise<SupportMoney[]> {
  return (await whole.query<MoneyRow>(`${MONEY} and s.firm_id = $2 and s.student_id = any($3::text[]) order by s.support_id`, [whole.actor.region_id, firm_id, heads])).map(moneyOf);
}

/** What became of the money of a claim, in the order in which it did. */
export interface ClaimMove {
  /** The claim. */
  readonly matter_id: number;
  readonly move: SupportMove;
  readonly on: PlainDate;
  readonly reference: string | null;
  readonly heads: number;
  readonly fen: bigint;
}

/** The same of these claims. To be called within `tx.whole`. */
export async function movesOfClaims(whole: Transaction, claims: readonly number[]): Promise<ClaimMove[]> {
  const rows = await whole.query<Omit<ClaimMove, 'matter_id' | 'fen'> & { readonly matter_id: bigint; readonly fen: string }>(
    `select s.matter_id, m.move, m.moved_on as on, m.reference, count(*)::integer as heads, sum(m.fen)::text as fen
     from support_movements m join hiring_supports s on s.region_id = m.region_id and s.support_id = m.support_id
     where m.region_id = $1 and s.matter_id = any($2::bigint[]) group by s.matter_id, m.matter_id, m.move, m.moved_on, m.reference order by min(m.movement_id)`, [whole.actor.region_id, claims]);
  return rows.map(({ matter_id, fen, ...row }) => ({ ...row, matter_id: Number(matter_id), fen: BigInt(fen) }));
}

/**
 * What a finance bureau has to pay of supports of a fiscal year, in the order in which they were granted; with them those of before
 * they were kept in the books, where the bureau could decide on the claim. To be called within `tx.whole`.
 */
export async function supportsToPay(whole: Transaction, { payer_id, year }: { readonly payer_id: string; readonly year: number }): Promise<OfPayer[]> {
  const rows = await whole.query<MoneyRow>(
    `${MONEY} and extract(year from s.decided_on) = $3 and not exists (select 1 from hiring_supports b where b.region_id = s.region_id and b.answers = s.support_id)
       and not exists (select 1 from support_movements m where m.region_id = s.region_id and m.support_id = s.support_id and m.move in ('paid', 'dropped'))
       and (d.payer_id = $2 or d.payer_id is null and exists (select 1 from matters c where c.region_id = s.region_id and c.matter_id = s.matter_id and 'finance_bureau@' || $2 = any(c.scopes)))
     order by s.support_id`, [whole.actor.region_id, payer_id, year]);
  return rows.map((row) => ({ ...moneyOf(row), payer_id }));
}

/** One payment for each firm that something is due to. To be called within `tx.whole`. */
export async function supportLines(whole: Transaction, asked: { readonly payer_id: string; readonly year: number }): Promise<OrderLine<'hiring_support'>[]> {
  const firms = groupBy(await supportsToPay(whole, asked), ({ firm_id }) => firm_id);
  return [...firms].map(([firm_id, own]): OrderLine<'hiring_support'> => ({
    kind: 'hiring_support', fee: null, from_id: asked.payer_id, to_id: firm_id, student_id: null, year: asked.year, fen: sumOf(own, ({ fen }) => fen),
    formula: `${[...groupBy(own, ({ fen }) => yuanText(fen))].map(([yuan, heads]) => `${yuan} × ${heads.length}`).join(' + ')} = ${yuanText(sumOf(own, ({ fen }) => fen))}`,
  })).toSorted((a, b) => (a.to_id < b.to_id ? -1 : 1));
}

/** M10-d: the supports that an order pays, the earliest first, stand as paid in records and books at once. */
export async function paySupports(tx: Transaction, lines: readonly OrderLine[], { matter_id, paid_on, reference }: { readonly matter_id: number; readonly paid_on: PlainDate; readonly reference: string }): Promise<void> {
  const paid = await tx.whole(async (whole) => {
    const wanted: OfPayer[] = [];
    for (const line of lines) wanted.push(...earliest(await supportsToPay(whole, { payer_id: line.from_id, year: line.year }), line));
    return wanted;
  });
  await tx.decided(['funds'], async (deciding) => {
    await moveSupports(deciding, paid.filter(({ moves }) => !moves.includes('due')), { move: 'due', matter_id, on: paid_on });
    await moveSupports(deciding, paid, { move: 'paid', matter_id, on: paid_on, reference });
  });
}

/** Those of a firm that make up a payment: nothing of them changed since it was checked, later ones come after them. */
function earliest(due: readonly OfPayer[], { to_id, fen }: OrderLine): OfPayer[] {
  let left = fen;
  const own = due.filter(({ firm_id }) => firm_id === to_id).filter((one) => {
    const taken = left > 0n;
    if (taken) left -= one.fen;
    return taken;
  });
  if (left !== 0n) throw new Error(`an order of support that is not due as it was checked: ${to_id}`);
  return own;
}
