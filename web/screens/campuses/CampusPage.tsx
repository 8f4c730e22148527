import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { OutcomeCounts } from '../../components/OutcomeCounts/OutcomeCounts.tsx';
import type { CampusAnswer } from '../../provenance/answers.ts';
import { campusQuery } from '../../provenance/asked.ts';
import { useAsked, useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { campusesWords } from '../../words/campuses.ts';
import { matterWords } from '../../words/matters.ts';
import { shellWords } from '../../words/shell.ts';
import { quantity } from '../../words/units.ts';
import { NoRule } from '../overview/NoRule.tsx';
import { NoticeLine } from '../overview/SchoolNotices.tsx';
import { FilesAt } from '../documents/FilesAt.tsx';
import { IssueReport } from '../documents/IssueReport.tsx';
import { ReportLinks } from './ReportLinks.tsx';
import { SiteLists } from './SiteLists.tsx';
import { Standards } from './Standards.tsx';

/** One campus: every standard with its verdict, figure, gap, reading and what it rests on. */
export function CampusPage({ campus_id }: { campus_id: string }) {
  const shell = useWords(shellWords);
  const say = useWords(campusesWords);
  const query = useQuery(campusQuery(useAsked(), campus_id));
  const campus = query.data;
  return (
    <Page
      title={campus?.name ?? shell.campuses}
      {...(campus !== undefined && { lead: <Lead campus={campus} /> })}
    >
      <p className="campus-back no-print">
        <ScreenLink to="/campuses">← {say.back}</ScreenLink>
      </p>
      <Answer query={query}>{(answer) => <Campus campus={answer} />}</Answer>
    </Page>
  );
}

function Lead({ campus }: { campus: CampusAnswer }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { students, summary, name, campus_id } = campus;
  const counted = useMemo(() => countedOf(campus), [campus]);
  const judged = Object.values(summary).reduce((sum, n) => sum + n, 0);
  return (
    <p>
      {say.headCount}{' '}
      <Figure label={`${name} ${say.headCount}`} from={origins.headCount(campus_id, students)}>
        <strong>{students === null ? say.studentsUnknown : quantity(String(students), 'student', language)}</strong>
      </Figure>
      {say.leadEnd}
      {say.standards(judged)}
      <OutcomeCounts summary={summary} from={(outcome) => origins.verdictCount(counted.standards, counted.campuses, outcome)} />
      <br />
      {summary.unmet > 0 && say.closeGaps(summary.unmet)} {summary.undetermined > 0 && say.reportFirst(summary.undetermined)}
    </p>
  );
}

function countedOf({ campus_id, name, verdicts }: CampusAnswer) {
  return {
    standards: verdicts.map(({ standard, clause, label, composite }) => ({ id: standard, clause, label, composite })),
    campuses: [{ campus_id, name, verdicts: verdicts.map((verdict) => ({ ...verdict, value: verdict.measured.value })) }],
  };
}

function Campus({ campus }: { campus: CampusAnswer }) {
  const say = useWords(campusesWords);
  const matter = useWords(matterWords);
  return (
    <div className="campus">
      <NoRule campuses={[campus]} />
      <Particulars campus={campus} />
      <Standards campus={campus} />
      <div className="button-row">
        <ButtonLink kind="primary" to={`/what-if/${encodeURIComponent(campus.campus_id)}`}>
          {say.tryOut}
        </ButtonLink>
        <ReportLinks xlsx={say.exportXlsx} html={say.exportHtml} campus_id={campus.campus_id} />
        <May do="matters.read"><ButtonLink to="/matters" query={{ subject: campus.campus_id }}>{matter.concerns}</ButtonLink></May>
        <Button onClick={() => window.print()}>{say.print}</Button>
        <IssueReport campus_id={campus.campus_id} campus={campus.name} />
      </div>
      <Notices campus={campus} />
      <SiteLists campus_id={campus.campus_id} />
      <May do="documents.read"><FilesAt about={`campuses/${campus.campus_id}`} /></May>
      <SignOff />
    </div>
  );
}

function Particulars({ campus }: { campus: CampusAnswer }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const facts = [
    [say.school, campus.school],
    [say.college, campus.college],
    [say.county, campus.county?.[language] ?? campus.division_code],
    [say.park, campus.park ?? say.none],
    [say.form, say[campus.form]],
    [say.status, say[campus.status]],
  ];
  return (
    <dl className="campus-particulars small">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notices({ campus }: { campus: CampusAnswer }) {
  const say = useWords(campusesWords);
  if (campus.school_notices === null) return null;
  const { school_id, name, verdicts } = campus.school_notices;
  const open = verdicts.filter((v) => v.outcome === 'unmet' || v.outcome === 'undetermined');
  return (
    <section className="campus-notices" aria-labelledby="campus-notices">
      <h2 id="campus-notices">{say.notices}</h2>
      <p className="small">{name}</p>
      {open.length === 0 ? (
        <p>{say.noNotices}</p>
      ) : (
        <ul className="notice-list">
          {open.map((verdict) => (
            <NoticeLine key={verdict.standard} school_id={school_id} verdict={verdict} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** On paper only: who answers for what is filed. */
function SignOff() {
  const say = useWords(campusesWords);
  return (
    <div className="only-print" aria-hidden="true">
      <p className="campus-signoff">
        <span>{say.signOffice}</span>
        <span>{say.signPerson}</span>
        <span>{say.signDay}</span>
      </p>
    </div>
  );
}
