import type { Row } from '../exchange/sheets.ts';
import type { LineKind } from '../funding/line.ts';
import type { Bilingual } from '../values/bilingual.ts';

type PaymentKind = Row<'payments'>['kind'];

/** What is paid on by order: who pays, under which clause, by which kind of year; of what is settled, which line says how much. */
interface OrderKindHead {
  readonly clause: string;
  readonly label: Bilingual;
  readonly payer: 'college' | 'school' | 'finance_bureau';
  readonly year: 'academic' | 'fiscal';
}

/** Payments that the settlement of a year says are due. */
export const SETTLED_ORDERS = {
  grant: { clause: 'M5-f', label: { zh: '生均拨款转付', en: 'Grant passed on' }, payer: 'college', line: 'grant_pass', year: 'fiscal' },
  tuition_share: { clause: 'R4-c', label: { zh: '学费分成拨付', en: 'Tuition share' }, payer: 'college', line: 'tuition_share', year: 'academic' },
  dorm: { clause: 'R4-e', label: { zh: '住宿费转付', en: 'Dormitory fees passed on' }, payer: 'college', line: 'dorm', year: 'academic' },
  other_fee: { clause: 'R4-e', label: { zh: '其他费用转付', en: 'Other fees passed on' }, payer: 'college', line: 'other_fee', year: 'academic' },
  custody: { clause: 'R4-e', label: { zh: '代管费转付', en: 'Custody fees passed on' }, payer: 'college', line: 'custody', year: 'academic' },
  fee_refund: { clause: 'R4-b', label: { zh: '学生退费', en: 'Fees refunded' }, payer: 'college', line: 'fee_refund', year: 'academic' },
  custody_refund: { clause: 'R4-g', label: { zh: '代管费结算退款', en: 'Custody money settled' }, payer: 'school', line: 'custody_refund', year: 'academic' },
  lecture_fee: { clause: 'R4-h', label: { zh: '课酬发放', en: 'Lecture fees' }, payer: 'school', line: 'lecture_fee', year: 'academic' },
} as const satisfies Partial<Readonly<Record<PaymentKind, OrderKindHead & { readonly line: LineKind }>>>;

export type SettledOrder = keyof typeof SETTLED_ORDERS;

export const ORDER_KINDS = {
  ...SETTLED_ORDERS,
  // What was granted, claim by claim, and in no settlement.
  hiring_support: { clause: 'M10-d', label: { zh: '吸纳毕业生补助', en: 'Support for hiring graduates' }, payer: 'finance_bureau', year: 'fiscal' },
} as const satisfies Readonly<Record<string, OrderKindHead>>;

export type OrderKind = keyof typeof ORDER_KINDS;

export const ORDER_KIND_NAMES = Object.keys(ORDER_KINDS) as readonly OrderKind[];

function isOrderKind(text: string): text is OrderKind {
  return Object.hasOwn(ORDER_KINDS, text);
}

const MATTER = 'order_';

/** Orders of each kind are a kind of matter of their own: `order_grant`. */
export const matterOfOrder = (kind: OrderKind): string => `${MATTER}${kind}`;

export function orderOfMatter(matter_kind: string): OrderKind | null {
  const kind = matter_kind.startsWith(MATTER) ? matter_kind.slice(MATTER.length) : '';
  return isOrderKind(kind) ? kind : null;
}
