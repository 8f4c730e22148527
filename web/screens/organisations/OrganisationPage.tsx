import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { organisationWords } from '../../words/organisations.ts';
import { TeamTable } from '../teams/TeamTable.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { County, CreditCode } from './Directory.tsx';
import { Part } from './Part.tsx';
import { ProgrammeTable } from './ProgrammeTable.tsx';
import { useOrganisation } from './queries.ts';
import type { OrganisationAnswer } from './queries.ts';
import { VerdictLine } from './VerdictLine.tsx';

/** What an organisation or park is, and what it has a part in, as far as the reader may know it. */
export function OrganisationPage({ id, of }: { id: string; of: 'unit' | 'park' }) {
  const say = useWords(organisationWords);
  const query = useOrganisation(id, of);
  return (
    <Page title={query.data?.entry.name ?? say.title}>
      <p className="way-back no-print"><ScreenLink to="/organisations">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer>
    </Page>
  );
}

/** Who signs agreements, and who is seen in teams. */
const PARTIES = ['college', 'school', 'enterprise', 'park'];

function Contents({ answer }: { answer: OrganisationAnswer }) {
  const say = useWords(organisationWords);
  const may = useMay();
  const { entry, programmes, agreements, campuses, teams, taking_part } = answer;
  const teaches = entry.kind === 'college' || entry.kind === 'school';
  return (
    <div className="cooperation">
      <Particulars entry={entry} />
      {taking_part !== null && <VerdictLine verdict={taking_part} agreements={agreements} />}
      {(teaches || programmes.length > 0 || entry.kind === 'enterprise' || entry.kind === 'industrial_park') && (
        <Part id="programmes" title={say.programmes}>
          {programmes.length === 0 ? <EmptyState title={say.noProgrammes}>{say.noProgrammesHelp}</EmptyState> : <ProgrammeTable programmes={programmes} agreements={agreements} />}
        </Part>
      )}
      {PARTIES.includes(entry.kind) && may('partners.read') && (
        <Part id="agreements" title={say.allAgreements}>
          <AgreementTable agreements={agreements} label={say.allAgreements} />
          {may('partners.write') && <p className="no-print"><ButtonLink to="/organisations/agreements" query={{ record: entry.id }}>{say.record}</ButtonLink></p>}
        </Part>
      )}
      {(teaches || entry.kind === 'industrial_park') && may('verdicts.read') && (
        <Part id="campuses" title={say.campuses}>
          {campuses.length === 0 ? <p className="small">{say.noCampuses}</p> : (
            <ul className="plain-list">
              {campuses.map(({ campus_id, name, status }) => (
                <li key={campus_id}><ScreenLink to={`/campuses/${encodeURIComponent(campus_id)}`}>{name}</ScreenLink> <span className="small">{say[status as 'preparing']}</span></li>
              ))}
            </ul>
          )}
        </Part>
      )}
      {teaches && may('teams.read') && (
        <Part id="teams" title={say.teams}>
          {teams.length === 0 ? <p className="small">{say.noTeams} <ScreenLink to="/teams">{say.toTeams}</ScreenLink></p> : <TeamTable teams={teams} label={say.teams} />}
        </Part>
      )}
    </div>
  );
}

function Particulars({ entry }: { entry: OrganisationAnswer['entry'] }) {
  const say = useWords(organisationWords);
  const { language } = useSettings().settings;
  const { kind, id, credit_code, aliases } = entry;
  return (
    <dl className="unit-facts small">
      <div><dt>{say.kind}</dt><dd>{say[kind]}</dd></div>
      <div><dt>{say.id}</dt><dd>{id}</dd></div>
      <div><dt>{say.county}</dt><dd><County entry={entry} /></dd></div>
      {kind !== 'industrial_park' && <div><dt>{say.creditCode}</dt><dd><CreditCode code={credit_code} /></dd></div>}
      {aliases.length > 0 && <div><dt>{say.aliases}</dt><dd>{aliases.join(language === 'zh' ? '、' : ', ')}</dd></div>}
    </dl>
  );
}
