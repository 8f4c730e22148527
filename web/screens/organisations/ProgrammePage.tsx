import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { formatDate } from '../../words/format.ts';
import { organisationWords } from '../../words/organisations.ts';
import { AgreementTable } from './AgreementTable.tsx';
import { Part } from './Part.tsx';
import { useProgramme } from './queries.ts';
import type { ProgrammeAnswer } from './queries.ts';
import { VerdictLine } from './VerdictLine.tsx';

/** One programme: who carries it on the day, by which agreements, for which parks. */
export function ProgrammePage({ programme_id }: { programme_id: string }) {
  const say = useWords(organisationWords);
  const query = useProgramme(programme_id);
  return (
    <Page title={query.data?.programme.name ?? say.programme}>
      <p className="way-back no-print"><ScreenLink to="/organisations">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer>
    </Page>
  );
}

function Contents({ answer: { programme, agreements, parks } }: { answer: ProgrammeAnswer }) {
  const say = useWords(organisationWords);
  const cooperation = useWords(cooperationWords);
  const { language } = useSettings().settings;
  const unit = (id: string, name: string) => <ScreenLink to={`/organisations/unit/${encodeURIComponent(id)}`}>{name}</ScreenLink>;
  return (
    <div className="cooperation">
      <dl className="unit-facts small">
        <div><dt>{say.id}</dt><dd>{programme.programme_id}</dd></div>
        <div><dt>{say.college}</dt><dd>{unit(programme.college_id, programme.college)}</dd></div>
        <div><dt>{say.school}</dt><dd>{unit(programme.school_id, programme.school)}</dd></div>
      </dl>
      <Part id="carried" title={say.carried}>
        {programme.verdict === null ? <p className="small">{say.notYours}</p> : <VerdictLine verdict={programme.verdict} agreements={agreements} />}
      </Part>
      <Part id="agreements" title={say.allAgreements}>
        <AgreementTable agreements={agreements} label={say.allAgreements} />
      </Part>
      {parks.length > 0 && (
        <Part id="parks" title={say.parks}>
          <ul className="plain-list">
            {parks.map(({ park_id, name, from, to }) => (
              <li key={`${park_id} ${from}`}>
                <ScreenLink to={`/organisations/park/${encodeURIComponent(park_id)}`}>{name}</ScreenLink>{' '}
                <span className="small">{cooperation.until(formatDate(from, language), to === null ? cooperation.openEnd : formatDate(to, language))}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}
