import { useState } from 'react';
import { monthOf, yearOf, date, daysBetween } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { packs } from '../../../core/policy/packs.ts';
import { clauseOf } from '../../provenance/verdict-origin.ts';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import { Part } from '../organisations/Part.tsx';
import { AdmissionPage, YearField } from './AdmissionPage.tsx';
import { useAdmissionYear, useSeason } from './queries.ts';
import type { Season, SeasonAnswer } from './queries.ts';
import { Unregistered } from './Unregistered.tsx';

const AUTUMN_FROM = 8;

/** How far a season’s electronic registration is, and who is missing. */
export function ERegistrationPage() {
  const say = useWords(admissionWords);
  const { on } = useSettings().settings;
  const [asked, setSeason] = useInAddress('season');
  const season: Season = asked === 'spring' || asked === 'autumn' ? asked : monthOf(on) >= AUTUMN_FROM ? 'autumn' : 'spring';
  const [year] = useAdmissionYear();
  const calendar = asked === '' && season === 'spring' ? yearOf(on) : year;
  const query = useSeason(calendar, season, '');
  return (
    <AdmissionPage part="eRegistrations" lead={say.eLead}>
      <div className="directory-filters no-print">
        <YearField />
        <SelectField id="season" label={say.season} value={season} onChange={setSeason} options={(['autumn', 'spring'] as const).map((value) => ({ value, label: say[value] }))} />
      </div>
      <Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer>
    </AdmissionPage>
  );
}

function Contents({ answer }: { answer: SeasonAnswer }) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const { counts, last_day, on, unregistered } = answer;
  const [said, setSaid] = useState<string | null>(null);
  if (counts.length === 0) return <EmptyState title={say.noRoll}>{say.noRollHelp}</EmptyState>;
  const left = last_day === null ? null : daysBetween(date(on), date(last_day));
  return (
    <div className="cooperation">
      {said !== null && <Notice kind="done" title={said} announce />}
      <dl className="unit-facts">
        <div><dt>{say.deadline}</dt><dd>{last_day === null || left === null ? say.noRule : `${formatDate(last_day, language)}（${left >= 0 ? say.daysLeft(left) : say.daysOver(-left)}）`}</dd></div>
      </dl>
      <Counts counts={counts} />
      <Part id="unregistered" title={say.unregistered}>
        {unregistered.length === 0 ? <p>{say.allRegistered}</p> : <Unregistered key={`${answer.year} ${answer.season}`} answer={answer} onSaid={setSaid} />}
      </Part>
    </div>
  );
}

function Counts({ counts }: { counts: SeasonAnswer['counts'] }) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const [pack] = packs.values();
  const origin = ({ school, stage, students, registered }: SeasonAnswer['counts'][number]) => ({
    title: `${school} ${say[stage]} ${say.registered}`, verdict: null, clause: clauseOf(pack, stage === 'secondary' ? 'R3-b' : 'R3-c', language), computed: say.eHow(registered, students),
    parameters: [], readings: [], rows: [], frozen: null, live: null, history: [],
  });
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.eRegistrations}</caption>
        <thead><tr>{[say.school, say.stage].map((head) => <th key={head} scope="col">{head}</th>)}{[say.students, say.registered, say.returned, say.notRegistered].map((head) => <th key={head} scope="col" className="number">{head}</th>)}</tr></thead>
        <tbody>
          {counts.map((one) => (
            <tr key={`${one.school_id} ${one.stage}`}>
              <th scope="row">{one.school}</th><td data-label={say.stage}>{say[one.stage]}</td><td className="number" data-label={say.students}>{one.students}</td>
              <td className="number" data-label={say.registered}><Figure label={`${one.school} ${say[one.stage]} ${say.registered}`} from={origin(one)}>{one.registered}</Figure></td>
              <td className="number" data-label={say.returned}>{one.returned}</td><td className="number" data-label={say.notRegistered}>{one.students - one.registered}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
