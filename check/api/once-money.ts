import type { RouteName } from '../../api/routes.ts';
import type { Role } from '../../core/access/roles.ts';

interface Asked {
  readonly as: Role;
  readonly path: string;
  readonly json?: object;
  readonly form?: () => FormData;
}
interface Reply {
  readonly body: Readonly<Record<string, unknown>>;
}

interface Trying {
  readonly send: (route: RouteName, asked: Asked) => Promise<Reply>;
  readonly twice: (route: RouteName, asked: Asked, other: Asked | null) => Promise<readonly [Reply, Reply]>;
}

/** Everything that changes the relay of money, each sent twice. */
export async function tryMoney({ send, twice }: Trying): Promise<void> {
  const rate = (amount_yuan: string): Asked => ({
    as: 'college_finance', path: '/api/fee-rates', json: { college_id: 'H1', academic_year: 2026, kind: 'tuition', programme_id: null, amount_yuan, approval: '批准文件', items: '' },
  });
  await twice('enterFeeRate', rate('6600'), rate('6000'));
  const uploaded = async (name: string): Promise<Asked> => {
    const { body } = await send('previewBankFile', { as: 'college_finance', path: '/api/bank-files/preview', form: () => {
      const form = new FormData();
      form.append('files', new File([`流水号,交易日期,金额,学号\n${name},2025-10-20,1,无此人\n`], `${name}.csv`));
      form.append('college_id', 'H1');
      form.append('source', 'bank');
      return form;
    } });
    return { as: 'college_finance', path: '/api/bank-files', json: { upload_id: body['upload_id'], college_id: 'H1', source: 'bank' } };
  };
  await twice('takeBankFile', await uploaded('ONCE-1'), await uploaded('ONCE-2'));
  const { lines } = (await send('listBankLines', { as: 'college_finance', path: '/api/bank-lines?college_id=H1' })).body as { lines: { line_id: string; reference: string }[] };
  const decide = (note: string): Asked => ({ as: 'college_finance', path: `/api/bank-lines/${lines.find(({ reference }) => reference === 'ONCE-1')?.line_id ?? ''}/decision`, json: { act: 'hold', note } });
  await twice('decideBankLine', decide('待查'), decide('再查'));
  await tryEarmarks({ send, twice });
}

/** M5: spending and what of it comes back, needs and answers, draws. */
async function tryEarmarks({ send, twice }: Trying): Promise<void> {
  const spend = (spending_id: string): Asked => ({ as: 'school_finance', path: '/api/earmarks/spending', json: { spending_id, campus_id: 'C1', fund: 'dorm', category: 'facilities', amount_yuan: '5', spent_on: '2025-10-20' } });
  await twice('recordSpending', spend('ONCE-S1'), spend('ONCE-S2'));
  const back = (amount_yuan: string): Asked => ({ as: 'finance_bureau', path: '/api/earmarks/returns', json: { spending_id: 'ONCE-S1', amount_yuan, reason: '用途不符', returned_on: '2025-10-21' } });
  await twice('returnSpending', back('1'), back('2'));
  const need = (amount_yuan: string): Asked => ({ as: 'school_finance', path: '/api/earmarks/needs', json: { campus_id: 'C1', fiscal_year: 2025, category: 'equipment', amount_yuan, purpose: '设备' } });
  const [{ body: { id } }] = await twice('stateNeed', need('10'), need('20'));
  const answer = (note: string): Asked => ({ as: 'finance_bureau', path: `/api/earmarks/needs/${String(id)}/answer`, json: { answer: 'refused', amount_yuan: '0', note } });
  await twice('answerNeed', answer('年度已安排'), answer('另行安排'));
  const draw = (fiscal_year: number): Asked => ({ as: 'finance_bureau', path: '/api/earmarks/draws', json: { campus_id: 'C1', fiscal_year } });
  await twice('drawSpending', draw(2025), draw(2024));
  await send('readEarmarks', { as: 'finance_bureau', path: '/api/earmarks?fiscal_year=2025' });
}
