import { ORGANISATIONS, thingId, UNITS, type UnitName } from './units.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { labelsOfRow } from './ownership-oracle.ts';

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

/** Who has a part in orders of an institution. */
const PARTS = ['college_finance', 'school_finance', 'college_leadership', 'school_head'];

/** Who reads and writes fees of a college: its finance. */
const keepsFees = (where: Where): boolean => there(where) && holds(where, ['college_finance'], where.unit.college);

/** Who says what a campus needs: finance of its school or college. */
const spends = (where: Where): boolean => holds(where, ['school_finance'], where.unit.school) || holds(where, ['college_finance'], where.unit.college);

/** What is posted in the world are premiums of its schools' policies, each for whoever reads funds of the school. */
function booked({ world, cell: { asking } }: Where): Expected {
  const insured = new Set(world.internships.map(({ unit }) => UNITS[unit as UnitName].school));
  const read = ORGANISATIONS.filter((one) => insured.has(one.org_id) && mayWith(asking, 'funds', 'r', labelsOfRow('organisations', { ...one }, null)));
  const wanted = read.flatMap(({ org_id }) => [`bank:${org_id}`, `insurance:${org_id}`]);
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { accounts: { account: string }[] }).accounts.map(({ account }) => account), wanted) });
}

function bankFile(college_id: string): FormData {
  const form = new FormData();
  form.append('files', new File(['流水号,交易日期,金额,学号\nM1,2025-10-01,1,Z9\n'], '流水.csv'));
  form.append('college_id', college_id);
  form.append('source', 'bank');
  return form;
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
  previewBankFile: {
    asks: ['fees', 'w'], relations: RELATIONS, ask: ({ unit }) => ({ method: 'POST', path: '/api/bank-files/preview', form: bankFile(unit.college) }),
    expected: (where) => (keepsFees(where) ? done(200, { keeps: false }) : refused(404, 'unknown_entry', { asAbsent: true })),
  },
  takeBankFile: { asks: ['fees', 'w'], ask: () => post('/api/bank-files', { upload_id: 'none', college_id: 'none', source: 'bank' }), expected: () => refused(404, 'unknown_upload') },
  downloadBankTemplate: { asks: ['fees', 'w'], slow: true, ask: () => get('/api/bank-files/template.xlsx?source=bank'), expected: () => done(200, { keeps: false }) },
  listBankLines: {
    asks: ['fees', 'w'], relations: RELATIONS, ask: ({ unit }) => get(`/api/bank-lines?college_id=${encodeURIComponent(unit.college)}`),
    expected: (where) => done(200, { keeps: false, contents: ({ text }) => ((JSON.parse(text) as { total: number }).total === 0 || keepsFees(where) ? null : 'lines of another college') }),
  },
  readOrderProposal: {
    asks: ['matters', 'a'], relations: RELATIONS, ask: ({ unit }) => get(`/api/payment-orders?payer_id=${encodeURIComponent(unit.college)}&kind=dorm&year=2025`), says: billed,
    expected: (where) => (there(where) && holds(where, PARTS, where.unit.college) ? done(200, { keeps: false }) : refused(404, 'unknown_entry', { asAbsent: true })),
  },
  readPaymentOrder: { asks: ['matters', 'a'], ask: () => get('/api/payment-orders/999999999'), expected: () => refused(404, 'unknown_matter') },
  downloadPaymentFile: { asks: ['matters', 'a'], ask: () => get('/api/payment-orders/999999999/payments.xlsx'), expected: () => refused(404, 'unknown_matter') },
  downloadPaymentCsv: { asks: ['matters', 'a'], ask: () => get('/api/payment-orders/999999999/payments.csv'), expected: () => refused(404, 'unknown_matter') },
  listLedgerAccounts: { asks: ['funds', 'r'], ask: () => get('/api/ledger'), expected: booked },
  listLedgerEntries: { asks: ['funds', 'r'], ask: () => get('/api/ledger/entries?account=bank%3Anone'), expected: () => done(200, { keeps: false, contents: ({ text }) => ((JSON.parse(text) as { entries: object[] }).entries.length === 0 ? null : 'entries of nobody') }) },
  listOpenClearing: { asks: ['funds', 'r'], ask: () => get('/api/ledger/clearing'), expected: () => done(200, { keeps: false }) },
  readEarmarks: {
    asks: ['funds', 'r'], slow: true, ask: () => get('/api/earmarks?fiscal_year=2025'),
    expected: () => done(200, { keeps: false }),
  },
  downloadEarmarkWorkbook: { asks: ['funds', 'e'], slow: true, ask: () => get('/api/earmarks/workbook?fiscal_year=2025'), expected: () => done(200) },
  // What it may not be spent on nobody records, whoever they are.
  recordSpending: {
    asks: ['funds', 'w'], relations: RELATIONS, expected: () => refused(422, 'earmark_refused'),
    ask: ({ unit }) => post('/api/earmarks/spending', { spending_id: 'M1', campus_id: thingId('campus', unit.name, 'standing'), fund: 'dorm', category: 'teacher_training', amount_yuan: '1', spent_on: '2025-10-01' }),
  },
  returnSpending: { asks: ['funds', 'w'], ask: () => post('/api/earmarks/returns', { spending_id: 'none', amount_yuan: '1', reason: '用途不符', returned_on: '2025-10-01' }), expected: () => refused(422, 'earmark_refused') },
  stateNeed: {
    asks: ['funds', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/earmarks/needs', { campus_id: thingId('campus', unit.name, 'standing'), fiscal_year: 2025, category: 'equipment', amount_yuan: '1', purpose: '设备' }),
    expected: (where) => (there(where) && spends(where) ? done(201) : refused(422, 'earmark_refused')),
  },
  answerNeed: { asks: ['funds', 'w'], ask: () => post('/api/earmarks/needs/999999999/answer', { answer: 'refused', amount_yuan: '0', note: '无' }), expected: () => refused(422, 'earmark_refused') },
  drawSpending: { asks: ['funds', 'w'], ask: () => post('/api/earmarks/draws', { campus_id: 'none', fiscal_year: 2025 }), expected: () => refused(422, 'earmark_refused') },
  listGrantArrears: { asks: ['funds', 'r'], slow: true, ask: () => get('/api/grant-arrears?fiscal_year=2025'), expected: () => done(200, { keeps: false }) },
  readStatement: {
    asks: ['fees', 'r'], ask: () => get('/api/five-years/money'),
    expected: ({ cell: { asking } }) => {
      const own = asking.places.filter(({ role }) => role === 'student' || role === 'guardian').flatMap(({ role, levels }) => levels[role === 'student' ? 'S' : 'W'] ?? []);
      return done(200, { keeps: false, contents: ({ text }) => {
        const strangers = (JSON.parse(text) as { students: { student_id: string }[] }).students.filter(({ student_id }) => !own.includes(`student:${student_id}`));
        return strangers.length === 0 ? null : `not theirs: ${strangers.length}`;
      } });
    },
  },
  decideBankLine: { asks: ['fees', 'w'], ask: () => post('/api/bank-lines/999999999/decision', { act: 'hold', note: '待查' }), expected: () => refused(404, 'unknown_bank_line') },
} as const satisfies Record<string, RouteCase>;
