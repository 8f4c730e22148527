import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useLongList } from '../../components/LongList/useLongList.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { studentWords } from '../../words/students.ts';
import type { RollList } from './queries.ts';
import { statusText } from './roll-text.ts';

/** Everybody of a list with what becomes of them; those who stay first, since they are what is looked at. */
export function ListTable({ list }: { list: RollList }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const [show, setShow] = useState('all');
  const { entries, goes, stays, kind } = list;
  const [shown, more] = useLongList([...entries].sort((a, b) => Number(a.goes) - Number(b.goes)).filter((one) => show === 'all' || one.goes === (show === 'goes')));
  return (
    <>
      <p className="roll-count"><strong>{kind === 'advance' ? say.goes(goes) : kind === 'step_up' ? say.goesUp(goes) : say.leaves(goes)}</strong> · {say.stays(stays)}</p>
      {entries.length === 0 ? <EmptyState title={say.nobodyGoes}>{say.nobodyGoesHelp}</EmptyState> : (
        <>
          <div className="roll-filters no-print">
            <SelectField id="list-show" label={say.show} value={show} onChange={setShow} options={[{ value: 'all', label: say.all }, { value: 'stays', label: say.onlyStays }, { value: 'goes', label: say.onlyGoes }]} />
          </div>
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{kind === 'advance' ? say.advanceTitle : kind === 'step_up' ? say.stepUpTitle : say.leaveTitle}</caption>
              <thead><tr>{[say.student, say.grade, say.status, say.outcome, say.why].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>
                {shown.map((one) => (
                  <tr key={one.student_id}>
                    <th scope="row">{one.name} <span className="small roll-id">{one.student_id}</span></th>
                    <td data-label={say.grade}>{say[one.stage]} {say.years(one.grade)}</td>
                    <td data-label={say.status}>{statusText(one.status, language)}</td>
                    <td data-label={say.outcome}>{one.goes ? <><span aria-hidden="true">●</span> {kind === 'leave' ? say.goesOut : say.goesTo(one.to_grade ?? one.grade)}</> : <><span aria-hidden="true">–</span> {say.stay}</>}</td>
                    <td data-label={one.why === null ? undefined : say.why}>{one.why === null ? null : <>{reasonText(one, say)} <span className="small">{one.clause}</span></>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {more}
        </>
      )}
    </>
  );
}

type Say = (typeof studentWords)['zh'];

/** Why somebody stays; of a step-up, which lines are not met. */
function reasonText({ why, lines }: RollList['entries'][number], say: Say): string {
  const word = why !== null && why in say ? say[why as keyof Say] : why;
  const open = lines.filter(({ outcome }) => outcome !== 'met').map(({ name }) => say[name]);
  return [typeof word === 'string' ? word : '', ...open].join(' · ');
}
