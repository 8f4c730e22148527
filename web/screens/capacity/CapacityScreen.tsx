import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import type { CapacityAnswer } from '../../provenance/answers.ts';
import { capacityQuery, dayOf } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { emptyWords } from '../../words/empty.ts';
import { shellWords } from '../../words/shell.ts';
import { MoreClasses } from './MoreClasses.tsx';
import { PerStandard } from './PerStandard.tsx';
import { RegionRoom } from './RegionRoom.tsx';
import { CampusRoomYears, SchoolRoomYears } from './RoomYears.tsx';
import '../forecast/forecast.css';
import './capacity.css';

const YEARS = 5;

/** 承载力: how many more students there can be, where it ends, and what more classes ask for. */
export function CapacityScreen() {
  const say = useWords(capacityWords);
  const shell = useWords(shellWords);
  const query = useQuery(capacityQuery(useAsked(), YEARS));
  const start = query.data?.start;
  return (
    <Page title={shell.capacity} {...(start !== undefined && { lead: (query.data?.campuses.length === 0 ? say.regionLead : say.lead)(start, start + YEARS) })}>
      <Answer query={query}>{(capacity) => (capacity.campuses.length > 0 ? <Capacity capacity={capacity} /> : capacity.campuses_in_region === 0 ? <Empty /> : <div className="forecast capacity"><div className="forecast-controls no-print"><Workbook /></div><RegionRoom capacity={capacity} /></div>)}</Answer>
    </Page>
  );
}

function Capacity({ capacity }: { readonly capacity: CapacityAnswer }) {
  const say = useWords(capacityWords);
  const [chosen, setChosen] = useInAddress('year');
  const years = [...new Set(capacity.campus_rows.map(({ year }) => year))];
  const year = years.find((one) => String(one) === chosen) ?? capacity.start;
  return (
    <div className="forecast capacity">
      <div className="forecast-controls no-print">
        <SelectField label={say.year} value={String(year)} onChange={setChosen} options={years.map((one) => ({ value: String(one), label: String(one) }))} />
        <Button onClick={() => window.print()}>{say.print}</Button>
        <Workbook />
      </div>
      <MoreClasses capacity={capacity} year={year} />
      <PerStandard capacity={capacity} year={year} />
      <CampusRoomYears capacity={capacity} />
      <SchoolRoomYears capacity={capacity} />
      {capacity.totals !== null && <RegionRoom capacity={capacity} />}
    </div>
  );
}

/** As it is told on the page, in its language. */
function Workbook() {
  const say = useWords(capacityWords);
  const asked = useAsked();
  const query = new URLSearchParams({ ...dayOf(asked), years: String(YEARS), lang: asked.language });
  return <May do="verdicts.export"><a className="button button-secondary" href={`/api/capacity/workbook?${query.toString()}`} download>{say.workbook}</a></May>;
}

function Empty() {
  const say = useWords(capacityWords);
  const empty = useWords(emptyWords);
  return <EmptyState title={say.empty} actions={<May do="imports.write"><ButtonLink kind="primary" to="/data">{empty.act}</ButtonLink></May>}>{say.emptyHelp}</EmptyState>;
}
