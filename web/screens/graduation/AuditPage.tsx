import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { GRADUATION_OUTCOMES } from '../../../core/graduation/phrases.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { formatDate, groupDigits } from '../../words/format.ts';
import { graduationWords } from '../../words/graduation.ts';
import { shellWords } from '../../words/shell.ts';
import { GraduationFilters } from './GraduationFilters.tsx';
import { GraduationTable } from './GraduationTable.tsx';
import { filterFrom, GRADUATION_OUTCOME_NAMES, useGraduation, type GraduationAnswer, type GraduationFilter } from './queries.ts';
import { useGraduationOrigins } from './useGraduationOrigins.ts';

/** Who of the final grade graduates, and what the others lack. */
export function AuditPage() {
  const say = useWords(graduationWords);
  const shell = useWords(shellWords);
  const { language } = useSettings().settings;
  const asked = useAsked();
  const [search, [path, navigate]] = [useSearch(), useLocation()];
  const [page, setPage] = useState(1);
  const filter = filterFrom(search);
  const query = useGraduation(asked, filter, page);
  const narrow = (next: GraduationFilter) => {
    setPage(1);
    navigate(addressOf(path, search, next));
  };
  return (
    <Page title={shell.graduation} lead={say.lead(formatDate(asked.on, language))}>
      <Ways />
      <Answer query={query}>
        {(answer) => (
          <div className="graduation">
            <Counts answer={answer} />
            <GraduationFilters key={search} filter={filter} schools={answer.schools} onFilter={narrow} />
            {answer.total === 0 ? <Nothing answer={answer} /> : <GraduationTable answer={answer} onPage={setPage} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

/** What is done on the ground of the audit, as far as it is the reader's to see. */
function Ways() {
  const say = useWords(graduationWords);
  const may = useMay();
  const ofCollege = useSession().roles.some(({ role }) => role === 'college_roll' || role === 'college_leadership');
  return (
    <div className="button-row no-print">
      {ofCollege && <ButtonLink to="/graduation/list">{say.toList}</ButtonLink>}
      {may('learning.read') && <ButtonLink to="/graduation/decided">{say.toDecided}</ButtonLink>}
      {may('learning.write', 'learning.export') && <ButtonLink to="/diplomas">{say.toDiplomas}</ButtonLink>}
    </div>
  );
}

/** The filter in the address, beside what stands there already, so that a narrowed list is linked and printed. */
function addressOf(path: string, search: string, { outcome, school_id, find }: GraduationFilter): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries({ outcome, school: school_id, find })) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function Counts({ answer: { summary } }: { answer: GraduationAnswer }) {
  const say = useWords(graduationWords);
  const { language } = useSettings().settings;
  const origins = useGraduationOrigins();
  return (
    <dl className="graduation-counts">
      {GRADUATION_OUTCOME_NAMES.map((name) => {
        const label = GRADUATION_OUTCOMES[name][language];
        return <div key={name}><dt>{label}</dt><dd><Figure label={label} from={origins.outcome(name)}>{say.heads(groupDigits(String(summary[name])))}</Figure></dd></div>;
      })}
      <div><dt>{say.exempted}</dt><dd><Figure label={say.exempted} from={origins.exempted}>{say.heads(groupDigits(String(summary.exempted)))}</Figure></dd></div>
    </dl>
  );
}

function Nothing({ answer: { has_rules, schools } }: { answer: GraduationAnswer }) {
  const say = useWords(graduationWords);
  if (!has_rules) return <EmptyState title={say.noRules}>{say.noRulesHelp}</EmptyState>;
  return schools.length === 0 ? <EmptyState title={say.none}>{say.noneHelp}</EmptyState> : <EmptyState title={say.noMatch}>{say.noMatchHelp}</EmptyState>;
}
