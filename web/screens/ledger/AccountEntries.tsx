import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { ledgerWords } from '../../words/ledger.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import { clauseLink } from '../clauses/links.ts';
import { sheetLabel } from '../data/sheet-words.ts';
import { formatMoment } from '../data/moment.ts';
import { useEntries, type LedgerEntry } from '../money/queries.ts';
import { AccountFigure } from './AccountFigure.tsx';

/** Everything that moved on one account, latest first, each entry down to its clause and the record that it follows from. */
export function AccountEntries({ account, known_on, onBack }: { account: string; known_on: string; onBack: () => void }) {
  const say = useWords(ledgerWords);
  const { language } = useSettings().settings;
  const query = useEntries(account, known_on);
  return (
    <section aria-labelledby="ledger-entries">
      <div className="button-row no-print"><Button onClick={onBack}>← {say.back}</Button></div>
      <Answer query={query}>
        {({ pages }) => {
          const head = pages[0]?.account;
          const entries = pages.flatMap((page) => page.entries);
          return (
            <>
              <h2 id="ledger-entries">{head?.label[language] ?? account} · {head?.name ?? head?.holder}</h2>
              {head !== undefined && <p>{say.debit} <AccountFigure account={head} figure="debit" /> · {say.credit} <AccountFigure account={head} figure="credit" /> · {say.balance} <AccountFigure account={head} figure="balance" /></p>}
              {entries.length === 0 ? <p>{say.noneInReach}</p> : <EntryTable entries={entries} />}
              {query.hasNextPage && <div className="button-row no-print"><Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{say.more}</Button></div>}
            </>
          );
        }}
      </Answer>
    </section>
  );
}

function EntryTable({ entries }: { entries: readonly LedgerEntry[] }) {
  const say = useWords(ledgerWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards settlement-table">
        <caption className="hidden-text">{say.entries}</caption>
        <thead><tr><th scope="col">{say.movement}</th><th scope="col">{say.otherSide}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.days}</th><th scope="col">{say.source}</th></tr></thead>
        <tbody>
          {entries.map((one) => {
            const title = `${one.label[language]} ${one.amount_yuan}`;
            const signed = `${one.given ? '' : '−'}${groupDigits(one.amount_yuan)}`;
            return (
              <tr key={one.key}>
                <th scope="row">{one.label[language]}{one.turn % 2 === 1 && ` · ${say.takenBack}`} <ScreenLink {...clauseLink(one.clause)}>{one.clause}</ScreenLink></th>
                <td data-label={say.otherSide}><ScreenLink to="/ledger" query={{ account: one.other.account }}>{one.other.label[language]}</ScreenLink> <span className="small">{one.other.name ?? ''}{one.student_id === null ? '' : ` · ${one.student_id}`}</span></td>
                <td data-label={say.amount} className="number"><Figure label={title} from={origin({ title, clause: one.clause, computed: `${one.source.sheet === null ? say.byRule : sheetLabel(one.source.sheet as Parameters<typeof sheetLabel>[0], language)} #${one.source.record_id}`, note: say.recordedBy(formatMoment(one.recorded_at, language), one.recorded_by) })}>{signed}</Figure></td>
                <td data-label={say.days}>{formatDate(one.valid_on, language)}<span className="small settlement-note">{say.postedIn(one.period.slice(0, 7))}</span></td>
                <td data-label={say.source}>{one.source.sheet === null ? say.byRule : <ScreenLink to={`/data/registers/${one.source.sheet}`}>{sheetLabel(one.source.sheet as Parameters<typeof sheetLabel>[0], language)}</ScreenLink>} <span className="small">#{one.source.record_id}</span></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
