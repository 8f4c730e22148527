import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { Publications } from './Publications.tsx';
import { useSeason, type Season } from './queries.ts';
import { ScoreEntry } from './ScoreEntry.tsx';
import { SeasonCounts } from './SeasonCounts.tsx';
import { SeasonStudents } from './SeasonStudents.tsx';
import { useChange } from './useChange.ts';

const seasons = client.api['step-up-seasons'];

/** One season of the step-up test: who is on its list, scores, what is decided, what is published, appeals. */
export function SeasonPage({ college_id, year }: { college_id: string; year: string }) {
  const say = useWords(testWords);
  const query = useSeason(college_id, year);
  return (
    <Page title={query.data === undefined ? say.seasons : `${query.data.year} · ${say.seasons}`} lead={say.seasonLead}>
      <p className="way-back no-print"><ScreenLink to="/tests">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(season) => <Parts season={season} />}</Answer>
    </Page>
  );
}

function Parts({ season }: { season: Season }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  const { college, test_on, resit_on, place, pass_line } = season;
  return (
    <div className="tests">
      <dl className="test-facts">
        <div><dt>{say.college}</dt><dd>{college}</dd></div>
        <div><dt>{say.testOn}</dt><dd>{formatDate(test_on, language)}</dd></div>
        <div><dt>{say.resitOn}</dt><dd>{formatDate(resit_on, language)}</dd></div>
        {place !== '' && <div><dt>{say.place}</dt><dd>{place}</dd></div>}
        <div><dt>{say.test}</dt><dd>{say.passLine(pass_line ?? '–')}</dd></div>
      </dl>
      {season.may_hold && <Acts season={season} />}
      <SeasonCounts season={season} />
      <Publications season={season} />
      <SeasonStudents season={season} />
    </div>
  );
}

/** Scores of the test, scores of the resit, publication: what its day has come for. */
function Acts({ season }: { season: Season }) {
  const say = useWords(testWords);
  const { busy, fault, run } = useChange();
  const [entering, setEntering] = useState<'test' | 'resit' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { college_id, year, on, test_on, resit_on, counts, students, may_sit, may_resit, full_marks, publication_days, publications } = season;
  const param = { college_id, year: String(year) };
  const published = publications.length > 0;
  const undecided = counts.undecided + counts.resit;
  const awaitedIn = (resit: boolean): string[] => students.filter((one) => (resit ? one.resit_state === 'awaited' && may_resit.includes(one.student_id) : one.test_state === 'awaited' && may_sit.includes(one.student_id))).map(({ student_id }) => student_id);
  if (entering !== null) return (
    <ScoreEntry
      key={entering} label={entering === 'test' ? say.enter : say.enterResit} students={entering === 'test' ? may_sit : may_resit} awaited={awaitedIn(entering === 'resit')} full_marks={full_marks}
      onSend={(scores) => ask(seasons[':college_id'][':year'].scores.$post({ param, json: { resit: entering === 'resit', scores } }, onceOnly()))}
      onDone={() => { setEntering(null); setSaid(say.storedNow); }} onCancel={() => setEntering(null)}
    />
  );
  if (on < test_on) return null;
  return (
    <div className="no-print">
      {said !== null && <Notice kind="done" title={said} announce />}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {!published && <p>{undecided > 0 ? say.undecidedYet(undecided) : say.publishHelp(publication_days ?? '–')}</p>}
      <div className="button-row">
        <Button kind={awaitedIn(false).length > 0 ? 'primary' : 'secondary'} onClick={() => { setSaid(null); setEntering('test'); }}>{say.enter}</Button>
        {on >= resit_on && may_resit.length > 0 && <Button kind={awaitedIn(true).length > 0 ? 'primary' : 'secondary'} onClick={() => { setSaid(null); setEntering('resit'); }}>{say.enterResit}</Button>}
        {undecided === 0 && counts.registered > 0 && (
          <Button kind={published ? 'secondary' : 'primary'} aria-disabled={busy} onClick={() => void run(() => ask(seasons[':college_id'][':year'].publications.$post({ param }, onceOnly())), () => setSaid(say.publishedNow))}>{say.publish}</Button>
        )}
      </div>
    </div>
  );
}
