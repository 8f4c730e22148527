import { consequenceText } from '../../../core/check/phrases.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { teamWords } from '../../words/teams.ts';
import type { TeamHead } from './queries.ts';

/** Teams with whose they are, who serves, and what is missing. */
export function TeamTable({ teams, label }: { teams: readonly TeamHead[]; label: string }) {
  const say = useWords(teamWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{label}</caption>
        <thead>
          <tr>{[say.team, say.serving, say.verdict].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.team_id}>
              <th scope="row"><ScreenLink to={`/teams/${team.team_id}`}><TeamName team={team} /></ScreenLink></th>
              <td data-label={say.serving}>{team.serving}</td>
              <td data-label={say.verdict}>
                {team.verdicts.slice(0, 1).map((verdict) => <Status key={verdict.standard} outcome={verdict.outcome} detail={verdict.outcome === 'met' ? '' : detailOf(team, language)} />)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What of a team is missing: of a campus by the standards below its own. */
function detailOf({ verdicts }: TeamHead, language: 'zh' | 'en'): string {
  const open = verdicts.filter(({ outcome, composite }) => !composite && outcome !== 'met').map((verdict) => consequenceText(verdict, language));
  return [...new Set(open)].join(language === 'zh' ? '；' : '; ');
}

export function TeamName({ team: { kind, college, school, campus } }: { team: Pick<TeamHead, 'kind' | 'college' | 'school' | 'campus'> }) {
  const say = useWords(teamWords);
  const cooperation = useWords(cooperationWords);
  return <>{campus ?? say.of(college, school)} {cooperation[kind]}</>;
}
