import { expect, test } from 'vitest';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import { settlementJson } from '../../core/funding/settlement-json.ts';
import { date } from '../../core/values/plain-date.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
const YEARS = `on=${DAY}&academic_year=2024&fiscal_year=2025`;

interface Party { readonly id: string; readonly name: string | null }
interface Line {
  readonly kind: string; readonly from: Party | null; readonly to: Party; readonly campus: Party | null; readonly due_yuan: string | null; readonly paid_yuan: string | null;
  readonly overdue_yuan: string | null; readonly outcome: string; readonly trace: readonly { readonly figure: string; readonly formula: string }[];
}
interface Answer { readonly no_rule_on: string | null; readonly errors: readonly unknown[]; readonly lines: readonly Line[]; readonly books: { readonly debit_yuan: string; readonly agree: boolean } | null }

onDatabase('embedded', 'the settlement over HTTP', (database) => {
  const served = serve(database, { sample: true });
  const as = async (account: string): Promise<void> => {
    const password = served.sample().accounts.find((one) => one.account === account)?.password;
    expect((await served.send('/api/session', { json: { account, password } })).status).toBe(200);
  };
  const ask = async (account: string, query = YEARS): Promise<Answer> => {
    await as(account);
    return served.answer<Answer>('readSettlement', `/api/settlement?${query}`);
  };
  const told = ({ lines }: Answer) => lines.map(({ kind, from, to, campus, due_yuan, paid_yuan, overdue_yuan, outcome }) => [kind, from?.id ?? null, to.id, campus?.id ?? null, due_yuan, paid_yuan, overdue_yuan, outcome]);

  test('says to who reads all funds what the command says of the same records, with the books', async () => {
    const read = await readDatasetPath('samples/quzhou');
    const scope = scopeOf(2024, date(DAY), 2025);
    const rules = fundingRules(DEFAULT_PACK.parameters, scope);
    if ('refused' in read || 'no_rule_on' in rules) throw new Error('the sample is not settled');
    const command = settlementJson(settle(read.dataset, [], rules, scope));
    const answer = await ask('office');
    expect(told(answer)).toEqual(command.lines.map(({ kind, from_id, to_id, campus_id, due_yuan, paid_yuan, overdue_yuan, outcome }) => [kind, from_id, to_id, campus_id, due_yuan, paid_yuan, overdue_yuan, outcome]));
    expect(answer.lines.length).toBeGreaterThan(10);
    expect(answer.books).toEqual({ ...command.trial_balance, agree: true });
    expect(answer.lines.every(({ to }) => to.name !== null)).toBe(true);
  });

  test('each institution sees the lines that it is a party of, and no books of the region', async () => {
    const all = await ask('office');
    const school = await ask('school-finance');
    expect(school.lines.length).toBeGreaterThan(0);
    expect(school.lines.length).toBeLessThan(all.lines.length);
    expect(school.lines.every(({ from, to, campus }) => [from?.id, to.id, campus?.id].some((id) => id === 'S1' || id === 'C1'))).toBe(true);
    // Its teachers are not the accountant's to read.
    expect(school.lines.filter(({ kind }) => kind === 'lecture_fee')).toEqual([]);
    expect(school.books).toBeNull();
    const bureau = await ask('finance-bureau');
    expect(new Set(bureau.lines.filter(({ kind }) => kind === 'grant').map(({ from }) => from?.id)).size).toBe(1);
  });

  test('the records behind a figure are told as far as they are the asker’s, a line of others is none', async () => {
    const evidence = (campus: string) => `/api/settlement/evidence?${YEARS}&kind=grant&from_id=G1&to_id=H1&campus_id=${campus}&figure=paid`;
    await as('office');
    const page = await served.answer<{ total: number; rows: { sheet: string; values: Record<string, unknown> }[] }>('listSettlementEvidence', evidence('C1'));
    expect(page.rows.map(({ sheet }) => sheet)).toEqual(page.rows.map(() => 'grant_receipts'));
    expect(page.total).toBeGreaterThan(0);
    await as('school-finance');
    await served.answer('listSettlementEvidence', evidence('C1'));
    await served.refusal('unknown_line', evidence('C2'));
  });

  test('before the rules nothing is settled, and it is said from when', async () => {
    expect(await ask('office', 'on=2023-10-31')).toMatchObject({ lines: [], books: null, no_rule_on: '2023-10-31' });
    await as('school-registrar');
    await served.refusal('not_allowed', `/api/settlement?${YEARS}`);
  });
});
