import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { admissionWords } from '../../words/admission.ts';
import { AdmissionPage, YearField } from './AdmissionPage.tsx';
import { useAdmissionYear, useYear } from './queries.ts';
import type { ProgrammeAdmission } from './queries.ts';
import { useAdmissionOrigins } from './useAdmissionOrigins.ts';

/** By programme: what the plan approves, and what became of the places. */
export function YearPage() {
  const say = useWords(admissionWords);
  const [year] = useAdmissionYear();
  const query = useYear(year);
  return (
    <AdmissionPage part="years" lead={say.yearsLead}>
      <div className="directory-filters no-print"><YearField /></div>
      <Answer query={query}>{({ programmes }) => <Contents year={year} programmes={programmes} />}</Answer>
    </AdmissionPage>
  );
}

const heads = ({ admitted, kept, registered, lost }: ProgrammeAdmission): number => admitted + kept + registered + lost;

function Contents({ year, programmes }: { year: number; programmes: readonly ProgrammeAdmission[] }) {
  const say = useWords(admissionWords);
  const may = useMay();
  if (programmes.length === 0) return <EmptyState title={say.noProgrammes}>{say.noProgrammesHelp}</EmptyState>;
  const upload = may('students.write') ? <ButtonLink to="/admission/upload" query={{ year: String(year) }} kind="primary">{say.upload}</ButtonLink> : undefined;
  return (
    <div className="cooperation">
      {programmes.every((one) => heads(one) === 0) && <Notice kind="info" title={say.nothingYet} actions={upload}>{say.nothingYetHelp}</Notice>}
      <ProgrammeTable year={year} programmes={programmes} />
    </div>
  );
}

const STATES = [['admitted', 'admitted'], ['kept', 'admission_kept'], ['registered', 'registered'], ['lost', 'place_lost']] as const;

function ProgrammeTable({ year, programmes }: { year: number; programmes: readonly ProgrammeAdmission[] }) {
  const say = useWords(admissionWords);
  const origins = useAdmissionOrigins(year);
  const names = [say.quota, ...STATES.map(([key]) => say[key]), say.left, say.undecided];
  const sum = (of: (one: ProgrammeAdmission) => number): string => String(programmes.reduce((total, one) => total + of(one), 0));
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.years}</caption>
        <thead><tr><th scope="col">{say.programme}</th>{names.map((name) => <th key={name} scope="col" className="number">{name}</th>)}</tr></thead>
        <tbody>
          {programmes.map((one) => (
            <tr key={one.programme_id}>
              <th scope="row">{one.name}<span className="small admission-school">{one.school}</span></th>
              <td className="number" data-label={say.quota}><Figure label={say.of(say.quota, one.name)} from={origins.quota(one)}>{quotaText(one, say)}</Figure></td>
              {STATES.map(([key, state]) => (
                <td key={key} className="number" data-label={say[key]}><Figure label={say.of(say[key], one.name)} from={origins.counted(one, state, one[key])}>{one[key]}</Figure></td>
              ))}
              <td className="number" data-label={say.left}>{one.quota === null ? '–' : one.quota.approved - (heads(one) - one.lost)}</td>
              <td className="number" data-label={say.undecided}>{one.undecided}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            <td className="number" data-label={say.quota}>{programmes.every(({ quota }) => quota === null) ? say.noPlan : sum(({ quota }) => quota?.approved ?? 0)}</td>
            {STATES.map(([key]) => <td key={key} className="number" data-label={say[key]}>{sum((one) => one[key])}</td>)}
            <td className="number" />
            <td className="number" data-label={say.undecided}>{sum((one) => one.undecided)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function quotaText({ quota }: ProgrammeAdmission, say: (typeof admissionWords)['zh']): string {
  if (quota === null) return say.noPlan;
  return quota.filed ? String(quota.approved) : `${quota.approved} · ${say.notFiled}`;
}
