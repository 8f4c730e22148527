import type { Row } from '../exchange/sheets.ts';
import { fenOf, sumOf, type Fen } from '../values/fen.ts';
import { FUNDS, type Fund } from './allowed-spending.ts';
import type { Returned } from './budget.ts';
import { FUND_EVENTS } from './earmark-entries.ts';

/** Of one fund: what was passed on, what was spent of it less what came back, and what is left; over all years. */
export interface FundStanding {
  readonly fund: Fund;
  /** The tuition share is its school's, for all campuses of it. */
  readonly of_school: boolean;
  readonly came: Fen;
  readonly spent: Fen;
  readonly left: Fen;
}

export interface FundRows {
  readonly campuses: readonly Pick<Row<'campuses'>, 'campus_id' | 'school_id'>[];
  readonly payments: readonly Pick<Row<'payments'>, 'kind' | 'to_id' | 'amount_yuan'>[];
  readonly spending: readonly Pick<Row<'spending'>, 'spending_id' | 'campus_id' | 'fund' | 'amount_yuan'>[];
}

/** M5-g: what of each fund has come to a campus, or to its school, and what is left of it. */
export function fundStandings({ campuses, payments, spending }: FundRows, returned: readonly Returned[], { campus_id, school_id }: Pick<Row<'campuses'>, 'campus_id' | 'school_id'>): FundStanding[] {
  const ofSchool = new Set([school_id, ...campuses.filter((one) => one.school_id === school_id).map((one) => one.campus_id)]);
  return FUNDS.map((fund) => {
    const of_school = fund === 'tuition_share';
    const own = of_school ? ofSchool : new Set([campus_id]);
    const kind = FUND_EVENTS[fund].payment ?? 'grant';
    const used = spending.filter((row) => row.fund === fund && own.has(row.campus_id));
    const ids = new Set(used.map(({ spending_id }) => spending_id));
    const came = sumOf(payments.filter((row) => row.kind === kind && own.has(row.to_id)), ({ amount_yuan }) => fenOf(amount_yuan));
    const spent = sumOf(used, ({ amount_yuan }) => fenOf(amount_yuan)) - sumOf(returned.filter(({ spending_id }) => ids.has(spending_id)), ({ fen }) => fen);
    return { fund, of_school, came, spent, left: came - spent };
  });
}
