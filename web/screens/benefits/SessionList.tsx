import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { benefitWords } from '../../words/benefits.ts';
import { formatDate } from '../../words/format.ts';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import { DemandTable } from './DemandTable.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { levelName } from './level.ts';
import type { Appraisals, Session } from './queries.ts';

/** Sessions to come, and whether their seats are enough. */
export function SessionList({ appraisals, onDone }: { appraisals: Appraisals; onDone: (said: string) => Promise<void> }) {
  const say = useWords(benefitWords);
  const { language } = useSettings().settings;
  const may = useMay();
  const { roles } = useSession();
  const [doing, setDoing] = useState<'announce' | Session | null>(null);
  const { sessions, may_announce } = appraisals;
  const enrols = may('learning.write') && roles.some(({ role }) => role === 'school_registrar');
  const finished = async (said: string) => {
    setDoing(null);
    await onDone(said);
  };
  return (
    <section className="agreement-part" aria-labelledby="sessions">
      <h2 id="sessions">{say.sessions}</h2>
      {may_announce && <div className="button-row no-print"><Button kind="primary" onClick={() => setDoing('announce')}>{say.announce}</Button></div>}
      {sessions.length === 0 ? <EmptyState title={say.noSessions}>{say.noSessionsHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.sessions}</caption>
            <thead><tr>{[say.occupation, say.level, say.day, say.site, say.programme, say.enrolled].map((head) => <th key={head} scope="col">{head}</th>)}{enrols && <th scope="col" className="no-print"><span className="hidden-text">{say.acts}</span></th>}</tr></thead>
            <tbody>
              {sessions.map((one) => (
                <tr key={one.session_id}>
                  <th scope="row">{one.occupation}<br /><span className="small">{one.department}</span></th>
                  <td data-label={say.level}>{levelName(one.level, say)}<br /><span className="small">{one.counts ? say.counts : say.countsNot}</span></td>
                  <td className="unbroken" data-label={say.day}>{formatDate(one.on, language)}</td>
                  <td data-label={say.site}>{one.site}</td>
                  <td data-label={say.programme}>{one.programmes.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')}</td>
                  <td data-label={say.enrolled}>{say.enrolledOf(one.enrolled, one.seats)}{one.certified > 0 && <><br /><span className="small">{say.certified(one.certified)}</span></>}</td>
                  {enrols && <td className="no-print">{one.enrolled < one.seats && <Button aria-label={say.enrolTitle(one.occupation)} onClick={() => setDoing(one)}>{say.enrol}</Button>}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <DemandTable appraisals={appraisals} />
      {doing === 'announce' && <AnnounceDialog appraisals={appraisals} onClose={() => setDoing(null)} onDone={() => finished(say.announced)} />}
      {doing !== null && doing !== 'announce' && <EnrolDialog session={doing} onClose={() => setDoing(null)} onDone={(many) => finished(say.enrolledNow(many))} />}
    </section>
  );
}
