import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { auditActionWords } from '../../words/audit-actions.ts';
import { auditWords } from '../../words/audit.ts';
import { groupDigits } from '../../words/format.ts';
import { formatMoment } from '../data/moment.ts';
import type { AuditEntry } from './queries.ts';

/** What the program is called where it acts by itself; nobody's account has this name. */
const PROGRAM = 'guantong';

/** Entries with their number in the chain; what else an entry says opens below it. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const say = useWords(auditWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards audit-table">
        <caption className="hidden-text">{say.list}</caption>
        <thead>
          <tr>
            {[say.at, say.who, say.what, say.about, say.number].map((head) => (
              <th key={head} scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.entry_id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const say = useWords(auditWords);
  const { language } = useSettings().settings;
  const { at, actor, action, object, detail, seq } = entry;
  const what = actionText(action, language);
  const time = formatMoment(at, language);
  const facts = Object.entries(detail);
  return (
    <tr data-sealed={seq !== null}>
      <th scope="row">{time}</th>
      <td data-label={say.who}>{actor === PROGRAM ? say.program : actor}</td>
      <td data-label={say.what}>
        {what} {what !== action && <code className="audit-code">{action}</code>}
        {facts.length > 0 && (
          <details className="audit-detail">
            <summary aria-label={say.detailOf(what, time)}>{say.detail}</summary>
            <dl>
              {facts.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </td>
      <td data-label={say.about}>
        <code>{object}</code>
      </td>
      <td data-label={say.number}>
        {seq === null ? <span className="audit-waits">◇ {say.waiting}</span> : <span className="audit-sealed">● {groupDigits(String(seq))} <span className="small">{say.sealed}</span></span>}
      </td>
    </tr>
  );
}

/** What an act is called; by its own name where there is no word for it. */
export function actionText(action: string, language: 'zh' | 'en'): string {
  const called: Readonly<Record<string, string>> = auditActionWords[language];
  return Object.hasOwn(called, action) ? (called[action] ?? action) : action;
}
