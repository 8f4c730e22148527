import { Answer } from '../../../components/Answer/Answer.tsx';
import { EmptyState } from '../../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../../components/Field/SelectField.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useAsked } from '../../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../../settings/useInAddress.ts';
import { formatDate } from '../../../words/format.ts';
import { nationalWords } from '../../../words/national.ts';
import { DataPage } from '../DataPage.tsx';
import './national.css';
import { useSystems, type System, type Systems } from './queries.ts';
import { ReportPart } from './ReportPart.tsx';

/** 报送国家系统: for which system and organisation, how far the registers fill its columns, and the file. */
export function NationalPage() {
  const say = useWords(nationalWords);
  const query = useSystems();
  return (
    <DataPage part="national" title={say.title} lead={say.lead}>
      <Answer query={query}>{({ systems }) => {
        const own = systems.filter(({ organisations }) => organisations.length > 0);
        return own.length === 0 ? <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState> : <Choice systems={own} />;
      }}</Answer>
    </DataPage>
  );
}

const YEAR = /^\d{0,4}$/;
const WHOLE_YEAR = /^(?:19|20)\d\d$/;

function Choice({ systems }: { systems: Systems }) {
  const say = useWords(nationalWords);
  const { language } = useSettings().settings;
  const { on } = useAsked();
  const [chosen, choose] = useInAddress('system');
  const [organisation, setOrganisation] = useInAddress('organisation');
  const [cohort, setCohort] = useInAddress('cohort');
  const system = systems.find((one) => one.system === chosen) ?? systems[0] as System;
  const reporter = system.organisations.find(({ org_id }) => org_id === organisation) ?? system.organisations[0];
  const byCohort = system.system !== 'college_state';
  return (
    <div className="national-page">
      <div className="national-choice no-print">
        <SelectField id="national-system" label={say.system} value={system.system} onChange={choose} options={systems.map((one) => ({ value: one.system, label: one.name[language] }))} />
        {system.organisations.length > 1 && <SelectField id="national-organisation" label={say.organisation} value={reporter?.org_id ?? ''} onChange={setOrganisation} options={system.organisations.map(({ org_id, name }) => ({ value: org_id, label: name }))} />}
        {byCohort && <TextField id="national-cohort" label={say.cohort} help={say.cohortHelp} optional inputMode="numeric" value={cohort} onChange={(year) => YEAR.test(year) && setCohort(year)} autoComplete="off" />}
      </div>
      <Confirmed system={system} />
      {reporter !== undefined && <ReportPart key={system.system} asked={{ system: system.system, organisation_id: reporter.org_id, on, cohort: byCohort && WHOLE_YEAR.test(cohort) ? cohort : '' }} />}
    </div>
  );
}

/** Where the columns come from, as long as no paper of the operator says so. */
function Confirmed({ system: { confirmed, source, copied_on, read_on } }: { system: System }) {
  const say = useWords(nationalWords);
  const { language } = useSettings().settings;
  if (confirmed) return <p className="small">{say.source(source[language])}</p>;
  return (
    <Notice kind="warning" title={say.unconfirmed}>
      <p>{say.source(source[language])}</p>
      <p>{copied_on === null ? say.undated(formatDate(read_on, language)) : say.dated(formatDate(copied_on, language), formatDate(read_on, language))}</p>
    </Notice>
  );
}
