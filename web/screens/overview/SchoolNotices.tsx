import { consequenceText } from '../../../core/check/phrases.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { BasisTag } from '../../components/Tag/Tag.tsx';
import type { SchoolVerdicts, ShownVerdict } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { trimZeros } from '../../words/format.ts';
import { outcomeDetail, requirement } from '../../words/outcome.ts';
import { overviewWords } from '../../words/overview.ts';
import { quantity } from '../../words/units.ts';
import './SchoolNotices.css';

/** What is left of the schools (S-*): pointed out, visibly not counted. */
export function SchoolNotices({ schools }: { schools: readonly SchoolVerdicts[] }) {
  const say = useWords(overviewWords);
  const open = schools
    .map((school) => ({ ...school, verdicts: school.verdicts.filter((v) => v.outcome === 'unmet' || v.outcome === 'undetermined') }))
    .filter((school) => school.verdicts.length > 0);
  const rest = schools.length - open.length;
  if (schools.length === 0) return null;
  return (
    <section className="overview-section" aria-labelledby="overview-notices">
      <h2 id="overview-notices">
        {say.notices} <span className="tag tag-draft">{say.notCounted}</span>
      </h2>
      <p className="small notices-help">{say.noticesHelp}</p>
      <ul className="notice-list">
        {open.map((school) => (
          <li key={school.school_id}>
            <h3>{school.name}</h3>
            <ul>
              {school.verdicts.map((verdict) => (
                <NoticeLine key={verdict.standard} school_id={school.school_id} verdict={verdict} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="small">{open.length === 0 ? say.allClear : rest > 0 && say.noNotices(rest)}</p>
    </section>
  );
}

/** One notice, the same here and on the page of a campus. */
export function NoticeLine({ school_id, verdict }: { school_id: string; verdict: ShownVerdict }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { measured, required, label } = verdict;
  return (
    <li className="notice-line">
      <span>
        {label[language]} <BasisTag basis={verdict.basis} />
      </span>
      <span>
        <Figure label={label[language]} from={origins.verdict({ of: 'school', id: school_id }, verdict)}>
          {measured.value === null ? say.nothing : quantity(trimZeros(measured.value), measured.unit, language)}
        </Figure>{' '}
        <span className="small">{requirement(required, 'count', language)}</span>
      </span>
      <Status outcome={verdict.outcome} detail={verdict.outcome === 'unmet' ? consequenceText(verdict, language) : outcomeDetail({ ...verdict, label: '' }, language)} />
    </li>
  );
}
