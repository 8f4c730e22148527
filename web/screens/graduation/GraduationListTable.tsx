import { useState } from 'react';
import { GRADUATION_OUTCOMES, REQUIREMENTS } from '../../../core/graduation/phrases.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Status, StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { graduationWords } from '../../words/graduation.ts';
import { clauseLink } from '../clauses/links.ts';
import { lackingTexts } from './lacking.ts';
import type { Decided, DecisionList } from './decision-queries.ts';

const MOST_SHOWN = 300;

/** Everybody of a list with what becomes of them; those left out first, since they are what is looked at. */
export function GraduationListTable({ list: { entries, counts } }: { list: DecisionList }) {
  const say = useWords(graduationWords);
  const { language } = useSettings().settings;
  const [show, setShow] = useState('all');
  const shown = entries.toSorted((a, b) => Number(a.ends_as !== null) - Number(b.ends_as !== null)).filter((one) => show === 'all' || (one.ends_as !== null) === (show === 'ends'));
  return (
    <>
      <p><strong>{say.ends(counts.graduated, counts.completed, counts.incomplete)}</strong>{counts.exempted > 0 && ` · ${say.exemptedAmong(counts.exempted)}`} · {say.leftOut(counts.left_out)}</p>
      {entries.length === 0 ? <EmptyState title={say.nobodyEnds}>{say.nobodyEndsHelp}</EmptyState> : (
        <>
          <div className="no-print"><SelectField id="graduation-show" label={say.show} value={show} onChange={setShow} options={[{ value: 'all', label: say.showAll }, { value: 'left', label: say.showLeft }, { value: 'ends', label: say.showEnds }]} /></div>
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{say.listTitle}</caption>
              <thead><tr>{[say.student, say.class_, say.ending, say.items].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>
                {shown.slice(0, MOST_SHOWN).map((one) => (
                  <tr key={one.student_id}>
                    <th scope="row">{one.name} <span className="small">{one.student_id}</span></th>
                    <td data-label={say.class_}>{one.class_id ?? one.programme} <span className="small">{one.school}</span></td>
                    <td data-label={say.ending}>
                      {one.ends_as === null
                        ? <><StatusMark outcome="undetermined" /> {one.why?.[language]} <span className="small">{one.clause}</span></>
                        : <><StatusMark outcome={one.ends_as === 'graduated' ? 'met' : 'unmet'} /> {GRADUATION_OUTCOMES[one.ends_as][language]}{one.later && <span className="small"> {say.afterCompleting}</span>}</>}
                    </td>
                    <td data-label={say.items}><Lines name={one.name} lines={one.requirements} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {shown.length > MOST_SHOWN && <p className="small">{say.shownFirst(MOST_SHOWN)}</p>}
        </>
      )}
    </>
  );
}

/** What is not met is said; the whole checklist with its clauses is folded away. */
export function Lines({ name, lines }: { name: string; lines: Decided['requirements'] }) {
  const say = useWords(graduationWords);
  const { language } = useSettings().settings;
  const lacking = lackingTexts(lines, language);
  return (
    <>
      {lacking.length === 0 ? say.nothing : lacking.join(language === 'zh' ? '；' : '; ')}
      <details className="graduation-checklist">
        <summary>{say.items}</summary>
        <ul aria-label={say.checklist(name)}>
          {lines.map((line) => (
            <li key={line.name}>
              <span>{REQUIREMENTS[line.name][language]}</span>
              <Status outcome={line.outcome} detail={line.detail[language]} />
              <ScreenLink {...clauseLink(line.clause)}>{line.clause}</ScreenLink>
              {!line.counts && <span className="small">{say.shown}</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
