import { UNITS } from './units.ts';
import { done, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });

/** Whether somebody holds one of the roles at this institution. */
function holds({ cell: { asking } }: Where, roles: readonly string[], org: string): boolean {
  return asking.places.some(({ role, levels }) => roles.includes(role) && (levels['O'] ?? []).includes(`org:${org}`));
}

/** Of a place that is none, nobody has anything. */
const there = ({ cell }: Where): boolean => cell.relation !== 'absent';

const bills = (where: Where): boolean => there(where) && holds(where, ['college_finance', 'college_leadership'], where.unit.college);
/** Whom a college bills, by name: whoever proposes the list and whoever approves it is shown them. */
const billed = (where: Where): string[] => (bills(where) ? where.world.records.filter(({ sheet, unit }) => sheet === 'students' && unit !== null && unit !== 'zz' && UNITS[unit].college === where.unit.college) : [])
  .flatMap(({ canaries }) => [...canaries]);

/** Nobody has a rate of another's college; the office keeps the funds of all. */
function rated(where: Where): Expected {
  const { asking } = where.cell;
  const own = asking.places.some(({ role, levels }) => ['college_finance', 'school_finance', 'finance_bureau'].includes(role) && (levels['O'] ?? []).includes(`org:${where.unit.college}`));
  return own || asking.places.some(({ role }) => role === 'office') ? done(201) : refused(422, 'rate_refused');
}

export const moneyCases = {
  readBills: {
    asks: ['matters', 'a'], relations: RELATIONS, ask: ({ unit }) => get(`/api/bills?college_id=${encodeURIComponent(unit.college)}&academic_year=2025&due_on=2025-10-31`),
    says: billed,
    expected: (where) => (bills(where) ? done(200, { keeps: false }) : refused(404, 'unknown_entry', { asAbsent: true })),
  },
  enterFeeRate: {
    asks: ['funds', 'w'], relations: RELATIONS,
    ask: ({ unit }) => post('/api/fee-rates', { college_id: unit.college, academic_year: 2025, kind: 'tuition', programme_id: null, amount_yuan: '6600', approval: '批准文件', items: '' }), expected: rated,
  },
} as const satisfies Record<string, RouteCase>;
