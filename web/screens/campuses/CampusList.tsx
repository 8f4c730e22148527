import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { OutcomeCounts } from '../../components/OutcomeCounts/OutcomeCounts.tsx';
import type { CampusRow, OverviewAnswer } from '../../provenance/answers.ts';
import { overviewQuery } from '../../provenance/asked.ts';
import { shortDetail } from '../../provenance/short-verdict.ts';
import { useAsked, useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { campusesWords } from '../../words/campuses.ts';
import { emptyWords } from '../../words/empty.ts';
import { missingNames } from '../../words/outcome.ts';
import { quantity } from '../../words/units.ts';
import { shellWords } from '../../words/shell.ts';
import { ReportLinks } from './ReportLinks.tsx';

/** Every campus with its verdicts in short and what it lacks first. */
export function CampusList() {
  const shell = useWords(shellWords);
  const say = useWords(campusesWords);
  const query = useQuery(overviewQuery(useAsked()));
  const count = query.data?.campuses.length ?? 0;
  return (
    <Page title={shell.campuses} {...(count > 0 && { lead: say.listLead(count) })}>
      <Answer query={query}>{(answer) => (answer.campuses.length === 0 ? <NoCampus /> : <Listed overview={answer} />)}</Answer>
    </Page>
  );
}

function NoCampus() {
  const say = useWords(emptyWords);
  return (
    <EmptyState title={say.campuses} actions={<May do="imports.write"><ButtonLink kind="primary" to="/data">{say.act}</ButtonLink></May>}>
      {say.campusesHelp}
    </EmptyState>
  );
}

const FILTER_FROM = 9;

function Listed({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(campusesWords);
  const [find, setFind] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const { campuses } = overview;
  const shown = campuses.filter((campus) => fits(campus, find.trim()) && (!onlyOpen || campus.summary.unmet + campus.summary.undetermined > 0));
  return (
    <>
      {campuses.length >= FILTER_FROM && (
        <div className="campus-filter no-print">
          <TextField label={say.find} type="search" optional value={find} onChange={setFind} />
          <CheckboxField label={say.onlyOpen} checked={onlyOpen} onChange={setOnlyOpen} />
          <p role="status" className="small">
            {say.found(shown.length, campuses.length)}
          </p>
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState title={say.noneFound}>{say.noneFoundHelp}</EmptyState>
      ) : (
        <ul className="campus-list">
          {shown.map((campus) => (
            <CampusLine key={campus.campus_id} campus={campus} standards={overview.standards} />
          ))}
        </ul>
      )}
      <div className="button-row">
        <ReportLinks xlsx={say.exportAll} html={say.printAll} />
      </div>
    </>
  );
}

function fits({ name, school, campus_id }: CampusRow, find: string): boolean {
  return find === '' || [name, school, campus_id].some((text) => text.toLowerCase().includes(find.toLowerCase()));
}

function CampusLine({ campus, standards }: { campus: CampusRow; standards: OverviewAnswer['standards'] }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { campus_id, name, students, summary } = campus;
  return (
    <li>
      <div className="campus-name">
        <h2>
          <ScreenLink to={`/campuses/${encodeURIComponent(campus_id)}`}>{name}</ScreenLink>
        </h2>
        <p className="small">{[campus.school, campus.county?.[language], say[campus.status]].filter((part) => part !== undefined).join(' · ')}</p>
      </div>
      <p>
        {say.headCount}{' '}
        <Figure label={`${name} ${say.headCount}`} from={origins.headCount(campus_id, students)}>
          {students === null ? say.studentsUnknown : <strong>{quantity(String(students), 'student', language)}</strong>}
        </Figure>
      </p>
      <p className="campus-counts">
        <OutcomeCounts summary={summary} from={(outcome) => origins.verdictCount(standards, [campus], outcome)} />
      </p>
      <FirstGap campus={campus} standards={standards} />
    </li>
  );
}

/** What is short first, so that the list says what to do and not only how many. */
function FirstGap({ campus, standards }: { campus: CampusRow; standards: OverviewAnswer['standards'] }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const composites = new Set(standards.filter((s) => s.composite).map((s) => s.id));
  const unmet = campus.verdicts.filter((v) => v.outcome === 'unmet' && !composites.has(v.standard));
  const first = unmet.find((v) => v.gap !== null) ?? unmet[0];
  if (first === undefined) return <NothingUnmet campus={campus} />;
  const label = standards.find((s) => s.id === first.standard)?.label[language] ?? first.standard;
  return (
    <p className="campus-first">
      <strong className="status-unmet">{shortDetail(first, language) || say.unmet(label)}</strong>{' '}
      {unmet.length > 1 && <span className="small">{say.andMore(unmet.length)}</span>}
    </p>
  );
}

const NAMED_FIRST = 3;

/** Nothing is short: either everything is met, or something must be reported before anything can be said. */
function NothingUnmet({ campus: { summary, verdicts } }: { campus: CampusRow }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  if (summary.undetermined === 0) return <p className="small">{summary.met > 0 && say.allMet}</p>;
  const missing = [...new Set(verdicts.filter((v) => v.outcome === 'undetermined').flatMap((v) => v.missing))];
  const names = missingNames(missing.slice(0, NAMED_FIRST), language);
  return (
    <p className="campus-first">
      <strong className="status-undetermined">{missing.length > NAMED_FIRST ? say.reportMore(names, missing.length) : say.report(names)}</strong>
    </p>
  );
}
