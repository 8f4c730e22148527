import { journalKind } from '../../../core/journals/journals.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { workWords } from '../../words/work.ts';
import { Part } from '../organisations/Part.tsx';
import { headingOf, StateOf } from './JournalTable.tsx';
import type { Day } from './queries.ts';

/** Today, my students, risks: what somebody at a campus begins the day with. */
export function MyDay({ day: { shifts, visitors, students, risks } }: { day: Day }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  return (
    <div className="work-day">
      <Part id="today" title={say.today}>
        <p><strong>{say.onDuty}</strong></p>
        {shifts.length === 0 ? <p>{say.noShift}</p> : <ul className="plain-list">{shifts.map((one) => <li key={`${one.campus} ${one.shift.zh} ${one.person} ${one.place}`}>{one.person}　{one.shift[language]}　{one.place}<span className="work-due">{one.campus}</span></li>)}</ul>}
        <p><strong>{say.visitors}</strong></p>
        {visitors.length === 0 ? <p>{say.noVisitor}</p> : <ul className="plain-list">{visitors.map((one) => <li key={`${one.campus} ${one.person}`}>{one.person}　{one.state[language]}<span className="work-due">{one.campus}</span></li>)}</ul>}
      </Part>
      {students !== null && (
        <Part id="my-students" title={say.myStudents}>
          {students.total === 0 ? <p>{say.noStudents}</p> : (
            <>
              <p><ScreenLink to="/students">{say.toStudents}</ScreenLink>　{say.studentsTotal(students.total)}</p>
              <ul className="plain-list">{students.by_status.map((one) => <li key={one.status.zh}>{one.status[language]} {one.many}</li>)}</ul>
              <p className="small">{students.classes.map((one) => say.classOf(one.class_id, one.many)).join(language === 'zh' ? '；' : '; ')}</p>
            </>
          )}
        </Part>
      )}
      <Part id="risks" title={say.risks}>
        {risks.length === 0 ? <p>{say.noRisk}</p> : (
          <ul className="plain-list">
            {risks.map((entry) => {
              const kind = journalKind(entry.kind);
              return kind === undefined ? null : <li key={entry.entry_id}><ScreenLink to={`/daily/${entry.entry_id}`}>{kind.label[language]}：{headingOf(kind, entry, language)}</ScreenLink><span className="work-due">{entry.campus}　<StateOf entry={entry} /></span></li>;
            })}
          </ul>
        )}
      </Part>
    </div>
  );
}
