import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import type { OverviewAnswer } from '../../provenance/answers.ts';
import { overviewQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { capacityWords } from '../../words/capacity.ts';
import { emptyWords } from '../../words/empty.ts';
import { shellWords } from '../../words/shell.ts';
import { CapacityGlance } from '../capacity/CapacityGlance.tsx';
import { CampusMatrix } from './CampusMatrix.tsx';
import { Coverage } from './Coverage.tsx';
import { Lead } from './Lead.tsx';
import { NoRule } from './NoRule.tsx';
import { SchoolNotices } from './SchoolNotices.tsx';
import { Since } from './Since.tsx';
import { TakeSnapshot } from './TakeSnapshot.tsx';
import { Targets } from './Targets.tsx';
import { Years } from './Years.tsx';
import './overview.css';

/** 总览: how the region stands on a day. */
export function OverviewScreen() {
  const shell = useWords(shellWords);
  const query = useQuery(overviewQuery(useAsked()));
  const overview = query.data;
  const lead = overview === undefined || overview.campuses.length === 0 ? {} : { lead: <Lead overview={overview} /> };
  return (
    <Page title={shell.overview} {...lead}>
      <Answer query={query}>{(answer) => (answer.campuses.length > 0 ? <Overview overview={answer} /> : answer.campuses_in_region === 0 ? <Empty /> : <RegionOnly overview={answer} />)}</Answer>
    </Page>
  );
}

function Empty() {
  const say = useWords(emptyWords);
  return (
    <EmptyState title={say.overview} actions={<May do="imports.write"><ButtonLink kind="primary" to="/data">{say.act}</ButtonLink></May>}>
      {say.overviewHelp}
    </EmptyState>
  );
}

/** For whoever reads no campus: the region's targets and years, what all campuses can hold, and why none is told. */
function RegionOnly({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(capacityWords);
  const may = useMay();
  return (
    <div className="overview">
      {!may('planning.read') && <Notice kind="info" title={say.notTold(overview.campuses_in_region)}>{say.notToldWhy}</Notice>}
      <div className="overview-grid">
        <div className="overview-targets"><Targets targets={overview.targets} /></div>
        <div className="overview-years"><Years overview={overview} /></div>
      </div>
      <May do="planning.read"><CapacityGlance /></May>
    </div>
  );
}

function Overview({ overview }: { overview: OverviewAnswer }) {
  return (
    <div className="overview">
      <NoRule campuses={overview.campuses} />
      <div className="overview-grid">
        <div className="overview-targets">
          <Targets targets={overview.targets} />
        </div>
        <div className="overview-coverage">
          <Coverage overview={overview} />
        </div>
        <div className="overview-matrix">
          <CampusMatrix overview={overview} />
        </div>
        <div className="overview-years">
          <Years overview={overview} />
        </div>
        <div className="overview-since">
          <Since overview={overview} />
          <May do="snapshots.write"><TakeSnapshot on={overview.on} /></May>
        </div>
        <div className="overview-notices">
          <SchoolNotices schools={overview.schools} />
        </div>
      </div>
      <May do="planning.read"><CapacityGlance /></May>
    </div>
  );
}
