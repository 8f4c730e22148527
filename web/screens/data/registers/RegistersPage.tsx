import { Button, ScreenLink } from '../../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { dataWords } from '../../../words/data.ts';
import { formatDate, groupDigits } from '../../../words/format.ts';
import { registerWords } from '../../../words/registers.ts';
import { kindOf } from '../../../../core/access/kinds.ts';
import { useMay } from '../../../shell/session.ts';
import { shellWords } from '../../../words/shell.ts';
import { DataPage } from '../DataPage.tsx';
import { ExportLink } from '../Downloads.tsx';
import { formatMoment } from '../moment.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetLabel } from '../sheet-words.ts';
import { GROUPS } from './groups.ts';
import { useRegisterCounts } from './queries.ts';
import './registers.css';

/** Every register with how much it holds. */
export function RegistersPage() {
  const shell = useWords(shellWords);
  const data = useWords(dataWords);
  const say = useWords(registerWords);
  const { known, language } = useSettings().settings;
  const counts = useRegisterCounts();
  const may = useMay();
  const groups = GROUPS.map(({ name, sheets }) => ({ name, sheets: sheets.filter((sheet) => may(`${kindOf(sheet)}.read`)) })).filter(({ sheets }) => sheets.length > 0);
  return (
    <DataPage part="registers" title={shell.data} lead={data.registersLead}>
      {known !== null && <p className="small">{say.asKnown(formatDate(known, language))}</p>}
      {counts.isPending && <p role="status">{data.loading}</p>}
      {counts.isError && <RefusalNotice title={data.notLoaded} error={counts.error} actions={<Button onClick={() => void counts.refetch()}>{data.again}</Button>} />}
      {counts.data !== undefined && (
        <div className="register-groups">
          {groups.map(({ name, sheets }) => (
            <section key={name} aria-labelledby={`group-${name}`}>
              <h2 id={`group-${name}`}>{say[name]}</h2>
              <table className="ledger register-list">
                <thead>
                  <tr>
                    <th scope="col">{say.register}</th>
                    <th scope="col" className="number">{say.records}</th>
                    <th scope="col">{say.lastReported}</th>
                  </tr>
                </thead>
                <tbody>
                  {sheets.map((sheet) => {
                    const found = counts.data.registers.find((one) => one.sheet === sheet);
                    const n = found?.records ?? 0;
                    return (
                      <tr key={sheet} data-empty={n === 0 || undefined}>
                        <th scope="row">
                          <ScreenLink to={`/data/registers/${sheet}`}>{sheetLabel(sheet, language)}</ScreenLink>
                        </th>
                        <td className="number">{groupDigits(String(n))}</td>
                        <td className="register-when">{found?.last_reported_at == null ? <span className="small">{say.never}</span> : formatMoment(found.last_reported_at, language)}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </section>
          ))}
        </div>
      )}
      <ExportLink />
    </DataPage>
  );
}
