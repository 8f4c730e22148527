import { parsePlainDate } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { ledgerWords } from '../../words/ledger.ts';
import '../data/data.css';
import '../settlement/settlement.css';
import { useLedger, type LedgerAnswer } from '../money/queries.ts';
import { AccountEntries } from './AccountEntries.tsx';
import { AccountTable } from './AccountTable.tsx';
import { CloseBooks } from './CloseBooks.tsx';

/** 账簿: accounts, the entries on each, and what they follow from; as they stand, or as they were known on a day. */
export function LedgerScreen() {
  const say = useWords(ledgerWords);
  const [account, setAccount] = useInAddress('account');
  const [known, setKnown] = useInAddress('known');
  const known_on = parsePlainDate(known) ?? null;
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="settlement">
        <div className="settlement-controls no-print">
          <DateField id="ledger-known" label={say.knownOn} help={say.knownHelp} value={known_on} onChange={(value) => setKnown(value ?? '')} optional />
        </div>
        {account === '' ? <Overview known_on={known_on ?? ''} /> : <AccountEntries account={account} known_on={known_on ?? ''} onBack={() => setAccount('')} />}
      </div>
    </Page>
  );
}

function Overview({ known_on }: { known_on: string }) {
  return <Answer query={useLedger(known_on)}>{(ledger) => <Accounts ledger={ledger} />}</Answer>;
}

function Accounts({ ledger }: { ledger: LedgerAnswer }) {
  const say = useWords(ledgerWords);
  const { accounts, closed_through } = ledger;
  return (
    <>
      <p>{closed_through === null ? say.nothingClosed : say.closedThrough(closed_through.slice(0, 7))}</p>
      <CloseBooks ledger={ledger} />
      {accounts.length === 0 ? <EmptyState title={say.empty}>{say.emptyHelp}</EmptyState> : <AccountTable accounts={accounts} />}
    </>
  );
}
