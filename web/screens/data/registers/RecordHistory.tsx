import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { Language } from '../../../../core/values/bilingual.ts';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { dataWords } from '../../../words/data.ts';
import { registerWords } from '../../../words/registers.ts';
import { formatMoment } from '../moment.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { cellText } from './cell-text.ts';
import { declaredColumns } from './table-columns.ts';
import { useHistory } from './queries.ts';
import type { HistoryEntry } from './queries.ts';

/** Everything that was recorded under the key, latest first: who, when, and what it was before. */
export function RecordHistory({ sheet, record_id }: { sheet: SheetName; record_id: string }) {
  const say = useWords(registerWords);
  const data = useWords(dataWords);
  const { language } = useSettings().settings;
  const history = useHistory(sheet, record_id);
  return (
    <section aria-labelledby="record-history">
      <h3 id="record-history">{say.history}</h3>
      {history.isPending && <p role="status">{data.loading}</p>}
      {history.isError && <RefusalNotice title={data.notLoaded} error={history.error} />}
      <ol className="record-history">
        {history.data?.entries.map((entry, index) => (
          <li key={entry.record_id}>
            <p>
              <strong>{say[`act_${entry.act}`]}</strong> {entry.reported_at !== null && formatMoment(entry.reported_at, language)} {entry.reported_by}
            </p>
            {entry.reason !== null && <p className="small">{say.because(entry.reason)}</p>}
            <ul>
              {differences(sheet, entry, history.data.entries[index + 1], language).map(({ label, before, after }) => (
                <li key={label} className="small">{say.was(label, before || say.blank, after || say.blank)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {history.data?.entries.length === 1 && <p className="small">{say.noHistory}</p>}
    </section>
  );
}

function differences(sheet: SheetName, entry: HistoryEntry, earlier: HistoryEntry | undefined, language: Language) {
  if (earlier === undefined) return [];
  return declaredColumns(sheet).flatMap(([name, column]) => {
    const [before, after] = [cellText(column, earlier.values[name], language), cellText(column, entry.values[name], language)];
    return before === after ? [] : [{ label: column.label[language], before, after }];
  });
}
