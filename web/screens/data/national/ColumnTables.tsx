import { EmptyState } from '../../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { nationalWords } from '../../../words/national.ts';
import type { StandingTable } from './queries.ts';

type Column = StandingTable['columns'][number];

/** Each table: who lacks something that the registers should say, and what fills every column. */
export function ColumnTables({ tables }: { tables: readonly StandingTable[] }) {
  return <>{tables.map((table) => <OneTable key={table.id} table={table} many={tables.length > 1} />)}</>;
}

function OneTable({ table, many }: { table: StandingTable; many: boolean }) {
  const say = useWords(nationalWords);
  const { id, name, rows, columns } = table;
  const [filled, blank] = [columns.filter(({ field }) => field !== null), columns.filter(({ field }) => field === null)];
  const needed = blank.filter(({ required }) => required).length;
  return (
    <section className="national-table" aria-labelledby={`national-${id}`}>
      <h2 id={`national-${id}`}>{many ? say.tableOf(name, groupDigits(String(rows))) : say.columnsOf(columns.length)}</h2>
      {rows === 0 ? many ? <p>{say.noRows}</p> : <EmptyState title={say.noRows}>{say.noRowsHelp}</EmptyState> : <Lacking table={table} />}
      <details>
        <summary>{say.filledColumns(filled.length)}</summary>
        <Filled columns={filled} rows={rows} name={name} />
      </details>
      <details>
        <summary>{say.blankColumns(blank.length)}{needed > 0 && say.neededAmong(needed)}</summary>
        <Blank columns={blank} />
      </details>
    </section>
  );
}

/** So many rows are shown at once; more are folded away below the columns that they lack. */
const SHOWN_AT_ONCE = 10;

function Lacking({ table: { lacking, first_lacking, columns, name } }: { table: StandingTable }) {
  const say = useWords(nationalWords);
  const { language } = useSettings().settings;
  if (lacking === 0) return null;
  const missing = columns.filter(({ required, field, empty }) => required && field !== null && empty > 0);
  return (
    <>
      <p>{say.lackingColumns(missing.map(({ heading, empty }) => say.inRows(heading, groupDigits(String(empty)))).join(language === 'zh' ? '、' : ', '))}</p>
      <details open={lacking <= SHOWN_AT_ONCE}>
        <summary>{say.lackingList(groupDigits(String(lacking)))}</summary>
        {lacking > first_lacking.length && <p className="small">{say.firstShown(first_lacking.length)}</p>}
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{name} {say.lackingList(groupDigits(String(lacking)))}</caption>
            <thead><tr>{[say.who, say.lacks].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {first_lacking.map((one) => (
                <tr key={`${one.id} ${one.columns.join()}`}>
                  <th scope="row">{one.name} <span className="small">{one.id}</span></th>
                  <td data-label={say.lacks}>{one.columns.join(language === 'zh' ? '、' : ', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function Filled({ columns, rows, name }: { columns: readonly Column[]; rows: number; name: string }) {
  const say = useWords(nationalWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{name} {say.filledColumns(columns.length)}</caption>
        <thead><tr>{[say.column, say.filledBy, say.emptyIn].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {columns.map(({ heading, required, label, empty, remark }) => (
            <tr key={heading}>
              <th scope="row">{heading}{required && <> <span className="small">{say.required}</span></>}</th>
              <td data-label={say.filledBy}>{label?.[language]}{remark !== null && <span className="small national-remark">{remark[language]}</span>}</td>
              <td data-label={say.emptyIn}>{say.emptyOf(groupDigits(String(empty)), groupDigits(String(rows)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Blank({ columns }: { columns: readonly Column[] }) {
  const say = useWords(nationalWords);
  const { language } = useSettings().settings;
  const reasons = (['not_recorded', 'operator_code'] as const).map((why) => ({ why, some: columns.filter(({ blank }) => blank === why) })).filter(({ some }) => some.length > 0);
  return (
    <dl className="national-blank">
      {reasons.map(({ why, some }) => (
        <div key={why}>
          <dt>{say[why]}</dt>
          <dd>{some.map(({ heading, required }) => (required ? say.requiredBlank(heading) : heading)).join(language === 'zh' ? '、' : ', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
