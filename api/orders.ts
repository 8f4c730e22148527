import type { Role } from '../core/access/roles.ts';
import { matterOfOrder, ORDER_KINDS, orderOfMatter, type OrderKind } from '../core/orders/order-kinds.ts';
import type { OrderLine } from '../core/orders/propose.ts';
import { sumOf, yuanText } from '../core/values/fen.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadMatter, loadMatters, type StoredMatter } from '../store/matters/matter.ts';
import { askedProposal, orderLines, proposalOf, type Given } from '../store/orders/order.ts';
import type { Transaction } from '../store/transaction.ts';
import { paymentCsv, paymentWorkbook } from '../workbook/payment-file.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type OrderHandlers = Pick<Handlers, 'readOrderProposal' | 'readPaymentOrder' | 'downloadPaymentFile' | 'downloadPaymentCsv'>;

const MAKERS: readonly Role[] = ['college_finance', 'school_finance', 'finance_bureau'];
const CHECKERS: readonly Role[] = ['college_leadership', 'school_head'];
const KEPT = new Set(['checked', 'paid', 'failed']);

/** R4-a: what is paid on by order, from the proposal to the payment file. */
export function orderHandlers(deps: Deps): OrderHandlers {
  const given = async (tx: Transaction): Promise<Given> => {
    const place = await placeOf(tx);
    return { pack: place.pack, today: dayOf(deps, place, {}).on };
  };
  return {
    readOrderProposal: (c) => storeOf(deps, c).read(async (tx) => {
      const { payer_id, kind, year } = c.req.valid('query');
      const roles = rolesAt(c, payer_id);
      if (roles.length === 0) return refuse(c, 'unknown_entry');
      const day = await given(tx);
      const [open] = await loadMatters(tx, { kind: matterOfOrder(kind), subject: payer_id, open: true });
      const view = await proposedView(tx, { payer_id, kind, year }, day);
      const may_propose = open === undefined && view.lines.length > 0 && roles.some((role) => MAKERS.includes(role)) && ORDER_KINDS[kind].payer === await kindOf(tx, payer_id);
      return c.json({ ...view, open_matter: open === undefined ? null : String(open.matter_id), may_propose, may_download: false }, 200);
    }),
    readPaymentOrder: (c) => storeOf(deps, c).read(async (tx) => {
      const matter = await ownOrder(tx, c, c.req.valid('param').matter_id);
      const asked = matter === null ? null : askedProposal(matter, matter.entries[0]?.details ?? {});
      if (matter === null || asked === null) return refuse(c, 'unknown_matter');
      const day = await given(tx);
      const rest = { open_matter: matter.open ? String(matter.matter_id) : null, may_propose: false };
      if (!KEPT.has(matter.state)) return c.json({ ...await proposedView(tx, asked, day), ...rest, may_download: false }, 200);
      const lines = await tx.whole((whole) => orderLines(whole, matter.matter_id));
      return c.json({ ...headOf(asked, day), state: 'kept' as const, ...await linesView(tx, lines), digest: '', ...rest, may_download: true }, 200);
    }),
    downloadPaymentFile: async (c) => {
      const found = await storeOf(deps, c).disclose((tx) => fileOf(tx, c, c.req.valid('param').matter_id));
      return found === null ? refuse(c, 'unknown_matter') : attachment(c, `${found.name}.xlsx`, XLSX, await paymentWorkbook(found.rows));
    },
    downloadPaymentCsv: async (c) => {
      const found = await storeOf(deps, c).disclose((tx) => fileOf(tx, c, c.req.valid('param').matter_id));
      return found === null ? refuse(c, 'unknown_matter') : attachment(c, `${found.name}.csv`, 'text/csv', Buffer.from(paymentCsv(found.rows)));
    },
  };
}

type Context = Parameters<typeof askerOf>[0];

/** The parts of somebody in orders of an institution. */
function rolesAt(c: Context, payer_id: string): Role[] {
  return askerOf(c).holder.roles.flatMap(({ role, org_id }) => (org_id === payer_id && (MAKERS.includes(role) || CHECKERS.includes(role)) ? [role] : []));
}

async function kindOf(tx: Transaction, org_id: string): Promise<string | null> {
  const [found] = await tx.whole((whole) => loadRows(whole, 'organisations', {}, 'r.key = $2', org_id));
  return found?.kind ?? null;
}

/** An order of an institution that somebody pays or answers for. */
async function ownOrder(tx: Transaction, c: Context, matter_id: string): Promise<StoredMatter | null> {
  const matter = await loadMatter(tx, idOf(matter_id));
  return matter !== null && orderOfMatter(matter.kind.id) !== null && rolesAt(c, matter.subject).length > 0 ? matter : null;
}

type Asked = { readonly payer_id: string; readonly kind: OrderKind; readonly year: number };
const headOf = ({ payer_id, kind, year }: Asked, { today }: Given) => ({ on: today, payer_id, kind, year, clause: ORDER_KINDS[kind].clause });

async function proposedView(tx: Transaction, asked: Asked, day: Given) {
  const proposal = await tx.whole((whole) => proposalOf(whole, asked, day));
  if (proposal.outcome !== 'proposed') return { ...headOf(asked, day), state: proposal.outcome, lines: [], total_yuan: '0.00', digest: '' };
  const { lines, digest, names } = proposal;
  return { ...headOf(asked, day), state: 'proposed' as const, ...viewOf(lines, names), digest };
}

const viewOf = (lines: readonly OrderLine[], names: ReadonlyMap<string, string>) => ({
  lines: lines.map(({ from_id, to_id, fee, fen, formula }) => ({ from: { id: from_id, name: names.get(from_id) ?? null }, to: { id: to_id, name: names.get(to_id) ?? null }, fee, amount_yuan: yuanText(fen), formula })),
  total_yuan: yuanText(sumOf(lines, ({ fen }) => fen)),
});

async function linesView(tx: Transaction, lines: readonly OrderLine[]) {
  return viewOf(lines, await namesOf(tx, lines));
}

/** Whoever pays somebody is told whom. */
function namesOf(tx: Transaction, lines: readonly OrderLine[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ from_id, to_id }) => [from_id, to_id]))];
  return tx.whole(async (whole) => {
    const [organisations, campuses, staff, students] = await Promise.all([
      loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', ids), loadRows(whole, 'campuses', {}, 'r.key = any($2::text[])', ids),
      loadRows(whole, 'staff', {}, 'r.person_id = any($2::text[])', ids), loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', ids)]);
    return new Map([
      ...staff.map(({ person_id, name }) => [person_id, name] as const), ...students.map(({ student_id, name }) => [student_id, name] as const),
      ...organisations.map(({ org_id, name }) => [org_id, name] as const), ...campuses.map(({ campus_id, name }) => [campus_id, name] as const)]);
  });
}

/** The payment file of an order that was checked; that it went out is written down. */
async function fileOf(tx: Transaction, c: Context, matter_id: string) {
  const matter = await ownOrder(tx, c, matter_id);
  const kind = matter === null ? null : orderOfMatter(matter.kind.id);
  if (matter === null || kind === null || !KEPT.has(matter.state)) {
    tx.discard();
    return null;
  }
  const lines = await tx.whole((whole) => orderLines(whole, matter.matter_id));
  const names = await namesOf(tx, lines);
  await tx.audit({ action: 'payment_file.download', object: `matters/${matter.matter_id}`, detail: { payments: lines.length } });
  return {
    name: `付款指令 ${matter.matter_id} ${ORDER_KINDS[kind].label.zh}`,
    rows: lines.map(({ from_id, to_id, fen, year }, at) => ({
      number: `F${matter.matter_id}-${at + 1}`, payer: names.get(from_id) ?? from_id, payee_id: to_id, payee: names.get(to_id) ?? to_id, amount_yuan: yuanText(fen), purpose: `${ORDER_KINDS[kind].label.zh} ${year}`,
    })),
  };
}
