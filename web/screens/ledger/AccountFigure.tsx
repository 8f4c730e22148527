import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { ledgerWords } from '../../words/ledger.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import type { LedgerAnswer } from '../money/queries.ts';

export const ACCOUNT_FIGURES = ['debit', 'credit', 'balance'] as const;

/** What was taken from an account, given to it, or stands on it, with how it comes about. */
export function AccountFigure({ account, figure }: { account: LedgerAnswer['accounts'][number]; figure: (typeof ACCOUNT_FIGURES)[number] }) {
  const say = useWords(ledgerWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const { label, name, holder, debit_yuan, credit_yuan, balance_yuan } = account;
  const title = `${label[language]} ${name ?? holder} ${say[figure]}`;
  const computed = { debit: `Σ ${say.debit} = ${debit_yuan}`, credit: `Σ ${say.credit} = ${credit_yuan}`, balance: `${credit_yuan} − ${debit_yuan} = ${balance_yuan}` }[figure];
  return <Figure label={title} from={origin({ title, clause: 'R4-a', computed, note: say.accountNote })}>{groupDigits({ debit: debit_yuan, credit: credit_yuan, balance: balance_yuan }[figure])}</Figure>;
}
