import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { insuranceWords } from '../../words/insurance.ts';
import type { Uncovered } from './queries.ts';

/** Everybody whom no policy covers on some day, with the days. */
export function UncoveredTable({ uncovered, named }: { uncovered: readonly Uncovered[]; named: boolean }) {
  const say = useWords(insuranceWords);
  const { language } = useSettings().settings;
  const days = ({ from, to }: { from: string; to: string }) => (from === to ? say.day(formatDate(from, language)) : say.gap(formatDate(from, language), formatDate(to, language)));
  return (
    <section className="agreement-part" aria-labelledby="uncovered">
      <h2 id="uncovered">{uncovered.length === 0 ? say.list : say.listOf(uncovered.length)}</h2>
      {!named ? <p>{say.unnamed}</p> : uncovered.length === 0 ? <EmptyState title={say.nobody}>{say.nobodyHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.list}</caption>
            <thead><tr>{[say.student, say.class, say.kind, say.gaps].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {uncovered.map((one) => (
                <tr key={`${one.student_id} ${one.kind} ${one.from}`}>
                  <th scope="row">{one.name} {one.student_id}</th>
                  <td className="unbroken" data-label={say.class}>{one.class_id}</td>
                  <td data-label={say.kind}>{say[`kind_${one.kind}`]}</td>
                  <td data-label={say.gaps}>{one.gaps.map(days).join(language === 'zh' ? '、' : ', ')}{one.today && <><br /><strong className="post-short">▲ {say.today}</strong></>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
