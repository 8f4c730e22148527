import { sumOf, type Fen } from '../values/fen.ts';
import { FEE_KINDS, type FeeKind } from '../funding/student-accounts.ts';
import type { Place } from '../funding/places.ts';
import type { QueueReason } from './reasons.ts';

/** What came in, as a file of the bank or of the treasury has it. */
export interface MoneyLine {
  readonly fen: Fen;
  readonly student_no: string;
  /** Whoever paid, and what they wrote. */
  readonly payer: string;
  readonly purpose: string;
  /** Who received it; empty is the college whose file it is. */
  readonly receiver: string;
}

/** A student who may have paid, and what of each fee is still due of the year. */
export interface Payer {
  readonly student_id: string;
  readonly name: string;
  /** Null outside years 4 and 5. */
  readonly place: Place | null;
  readonly due: ReadonlyMap<FeeKind, Fen>;
}

export interface KnownPayers {
  readonly college_id: string;
  readonly college_names: readonly string[];
  readonly byId: (student_id: string) => Payer | undefined;
  readonly byName: (name: string) => readonly Payer[];
}

export type Match =
  | { readonly outcome: 'match'; readonly payer: Payer; readonly parts: readonly { readonly kind: FeeKind; readonly fen: Fen }[] }
  | { readonly outcome: 'queue'; readonly why: QueueReason; readonly payer: Payer | null };

/** Words by which a purpose names a fee. */
const WORDS: Readonly<Record<FeeKind, RegExp>> = { tuition: /学费|tuition/iu, dorm: /住宿|宿费|dorm/iu, custody: /代管|custody/iu, other: /其他费|other fee/iu };

/**
 * R4-b: whose bill a line pays: by the student's number, by a number in the purpose, or by a name that only one has. It pays
 * the fee that it names, or the one whose amount it is, or all that is due. Anything else is for a person to decide.
 */
export function matchLine(line: MoneyLine, known: KnownPayers): Match {
  if (line.receiver.trim() !== '' && !known.college_names.includes(line.receiver.trim())) return { outcome: 'queue', why: 'wrong_payee', payer: payersOf(line, known)[0] ?? null };
  const found = payersOf(line, known);
  const [payer] = found;
  if (payer === undefined) return { outcome: 'queue', why: 'unknown_student', payer: null };
  if (found.length > 1) return { outcome: 'queue', why: 'several_students', payer: null };
  return partsOf(line, payer, known.college_id, namedFees(line.purpose));
}

/** What of a student's bills an amount pays, the fees named or not. */
export function partsOf({ fen }: Pick<MoneyLine, 'fen'>, payer: Payer, college_id: string, named: readonly FeeKind[]): Match {
  const queue = (why: QueueReason): Match => ({ outcome: 'queue', why, payer });
  if (payer.place === null) return queue('not_higher_stage');
  if (payer.place.college_id !== college_id) return queue('other_college');
  const open = FEE_KINDS.flatMap((kind) => ((payer.due.get(kind) ?? 0n) > 0n ? [{ kind, fen: payer.due.get(kind) ?? 0n }] : []));
  if (open.length === 0) return queue('nothing_due');
  const asked = named.length === 0 ? open : open.filter(({ kind }) => named.includes(kind));
  if (asked.length === 0) return queue('nothing_due');
  const all = sumOf(asked, (one) => one.fen);
  if (fen > all) return queue('above_due');
  if (fen === all) return { outcome: 'match', payer, parts: asked };
  const [only] = asked;
  if (named.length === 1 && only !== undefined) return { outcome: 'match', payer, parts: [{ kind: only.kind, fen }] };
  const same = asked.filter((one) => one.fen === fen);
  const [one] = same;
  return one !== undefined && same.length === 1 ? { outcome: 'match', payer, parts: [one] } : queue('several_fees');
}

function namedFees(purpose: string): FeeKind[] {
  return FEE_KINDS.filter((kind) => WORDS[kind].test(purpose));
}

function payersOf({ student_no, payer, purpose }: MoneyLine, known: KnownPayers): readonly Payer[] {
  if (student_no.trim() !== '') return [known.byId(student_no.trim())].flatMap((one) => one ?? []);
  const written = [...purpose.matchAll(/[A-Za-z0-9-]+/gu)].flatMap(([word]) => known.byId(word) ?? []);
  if (written.length > 0) return [...new Map(written.map((one) => [one.student_id, one])).values()];
  const name = payer.trim();
  return name === '' ? [] : known.byName(name);
}
