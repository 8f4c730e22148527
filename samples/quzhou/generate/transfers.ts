import { payments } from '../../../core/exchange/sheets/funding.ts';
import type { Received } from './fees.ts';
import { receivedFees, spentCustody, yuan } from './fees.ts';
import { grantReceived } from './grants.ts';
import type { Pupil } from './pupil.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

type Payment = Omit<Row<typeof payments>, 'payment_id'>;

/** Months of thirty days begun by the leaver of day 31, and what the fees of ten months leave to pay back. */
const MONTHS_USED = 2;
const SCHOOL_MONTHS = 10;

/** Money passed on: fees to the campuses, grants, refunds, lecture fees. No tuition share is due yet. */
export function transfers(all: readonly Pupil[]): Table {
  const received = receivedFees(all);
  const rows: Payment[] = [...grantsPassedOn(), ...lectureFees(), ...feesPassedOn(received), ...refunds(all, received)];
  rows.push({
    kind: 'forwarded', from_id: 'S2', to_id: 'H1', academic_year: 2025, amount_yuan: '6600.00', paid_on: '2025-10-13',
  });
  return table(payments, rows.map((row, index) => ({ payment_id: `BF${String(index + 1).padStart(4, '0')}`, ...row })));
}

/** Every grant goes on to its campus 21 days after it arrives, in the same fiscal year's name. */
function grantsPassedOn(): Payment[] {
  return grantReceived().map(({ campus, year, fen, passedOn }) => ({
    kind: 'grant', from_id: 'H1', to_id: campus, fiscal_year: year, amount_yuan: yuan(fen), paid_on: passedOn,
  }));
}

function lectureFees(): Payment[] {
  const paid = [['C1', 'T101', '12400.00'], ['C1', 'T106', '3840.00'], ['C2', 'T203', '3840.00'], ['C7', 'T701', '12400.00']];
  return paid.map(([from_id = '', to_id = '', amount_yuan = '']) =>
    ({ kind: 'lecture_fee', from_id, to_id, academic_year: 2024, amount_yuan, paid_on: '2025-07-20' }));
}

function feesPassedOn(received: readonly Received[]): Payment[] {
  return ['C1', 'C2', 'C3'].flatMap((campus) => (['dorm', 'custody'] as const).map((kind) => {
    const fen = received.filter((row) => row.kind === kind && row.pupil.campus === campus)
      .reduce((sum, row) => sum + row.fen - (kind === 'dorm' ? paidBack(row) : 0), 0);
    return { kind, from_id: 'H1', to_id: campus, academic_year: 2025, amount_yuan: yuan(fen), paid_on: '2025-10-09' };
  }));
}

function paidBack({ pupil, fen }: Received): number {
  return pupil.left === null ? 0 : (fen * (SCHOOL_MONTHS - MONTHS_USED)) / SCHOOL_MONTHS;
}

function refunds(all: readonly Pupil[], received: readonly Received[]): Payment[] {
  return received.filter(({ pupil }) => pupil.left !== null).map((row): Payment => {
    const { pupil, kind, fen } = row;
    if (kind !== 'custody') {
      return { kind: 'fee_refund', of: kind, from_id: 'H1', to_id: pupil.id, academic_year: 2025, amount_yuan: yuan(paidBack(row)), paid_on: '2025-10-12' };
    }
    const spent = spentCustody(all).filter((item) => item.pupil === pupil).reduce((sum, item) => sum + item.fen, 0);
    return { kind: 'custody_refund', from_id: pupil.campus, to_id: pupil.id, academic_year: 2025, amount_yuan: yuan(fen - spent), paid_on: '2025-10-12' };
  });
}
