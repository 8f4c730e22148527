import { Answer } from '../../components/Answer/Answer.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { moneyWords } from '../../words/money.ts';
import type { EarmarkCampus } from '../earmarks/queries.ts';
import { AccountTable } from '../ledger/AccountTable.tsx';
import { useLedger } from './queries.ts';

/** What stands on the accounts of a campus, and on those of its kinds of budget. */
export function CampusAccounts({ of: { campus } }: { of: EarmarkCampus }) {
  const say = useWords(moneyWords);
  const isOwn = (holder: string): boolean => holder === campus.id || holder.startsWith(`${campus.id}:`);
  return (
    <section aria-labelledby="campus-accounts">
      <h3 id="campus-accounts">{say.accounts}</h3>
      <Answer query={useLedger('')}>
        {({ accounts }) => {
          const own = accounts.filter(({ holder }) => isOwn(holder));
          return own.length === 0 ? <p>{say.accountsNone}</p> : <AccountTable accounts={own} />;
        }}
      </Answer>
    </section>
  );
}
