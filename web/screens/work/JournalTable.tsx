import { valueText, type Named } from '../../../core/journals/journal-list.ts';
import type { Field, FieldValue } from '../../../core/journals/field.ts';
import type { JournalKind } from '../../../core/journals/journal-kind.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { workWords } from '../../words/work.ts';
import type { Entry } from './queries.ts';

/** So many are listed; all of them stand in the list to take along. */
const LISTED = 100;

/** What names an entry, in a line. */
export function headingOf(kind: JournalKind, { values }: Pick<Entry, 'values'>, language: 'zh' | 'en', named?: Named): string {
  return kind.heading.map((name) => shownText(kind.fields[name], values[name] ?? null, language, named)).join(' ');
}

/** A value as pages write it: days in words of the language. */
function shownText(field: Field | undefined, value: FieldValue, language: 'zh' | 'en', named?: Named): string {
  return field?.type === 'day' && value !== null ? formatDate(String(value), language) : valueText(field, value, language, named);
}

/** The records of a kind at a campus, the latest first. */
export function JournalTable({ kind, entries, named, onCorrect }: { kind: JournalKind; entries: readonly Entry[]; named: Named; onCorrect: (entry: Entry) => void }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const others = Object.entries(kind.fields).filter(([name]) => !kind.heading.includes(name));
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{kind.label[language]}</caption>
          <thead><tr><th scope="col">{kind.heading.map((name) => kind.fields[name]?.label[language]).join(language === 'zh' ? '、' : ', ')}</th>{others.map(([name, { label }]) => <th key={name} scope="col">{label[language]}</th>)}{kind.way !== null && <th scope="col">{say.state}</th>}<th scope="col" className="no-print">{say.acts}</th></tr></thead>
          <tbody>
            {entries.slice(0, LISTED).map((entry) => (
              <tr key={entry.entry_id}>
                <th scope="row"><ScreenLink to={`/${kind.area}/${entry.entry_id}`}>{headingOf(kind, entry, language, named)}</ScreenLink></th>
                {others.map(([name, field]) => <td key={name} data-label={field.label[language]}>{shownText(field, entry.values[name] ?? null, language, named)}</td>)}
                {kind.way !== null && <td data-label={say.state}><StateOf entry={entry} /></td>}
                <td className="no-print" data-label={say.acts}>
                  <span className="work-acts">
                    {entry.acts.length > 0 && <ScreenLink to={`/${kind.area}/${entry.entry_id}`} aria-label={`${say.open} ${headingOf(kind, entry, language, named)}`}>{say.open}</ScreenLink>}
                    {entry.may_correct && <Button kind="quiet" aria-label={`${say.correct} ${headingOf(kind, entry, language, named)}`} onClick={() => onCorrect(entry)}>{say.correct}</Button>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.length > LISTED && <p className="small">{say.more(entries.length - LISTED)}</p>}
    </>
  );
}

/** Where an entry stands, and by when it is dealt with. */
export function StateOf({ entry: { state, due, late } }: { entry: Entry }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  return <>{state?.label[language]}{due !== null && <span className="work-due">{say.due(formatDate(due, language))}</span>}{late && <span className="work-due status-unmet">{say.late}</span>}</>;
}
