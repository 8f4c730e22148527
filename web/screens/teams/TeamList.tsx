import { useState } from 'react';
import { useLocation } from 'wouter';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { teamWords } from '../../words/teams.ts';
import { Part } from '../organisations/Part.tsx';
import { useTeams } from './queries.ts';
import type { TeamsAnswer, Wanting } from './queries.ts';
import { SetUpDialog } from './SetUpDialog.tsx';
import { TeamName, TeamTable } from './TeamTable.tsx';

/** Teams in reach, and where one is wanting. */
export function TeamList() {
  const say = useWords(teamWords);
  const query = useTeams();
  return (
    <Page title={say.title} lead={say.lead}>
      <Answer query={query}>{(answer) => <Contents answer={answer} />}</Answer>
    </Page>
  );
}

function Contents({ answer: { teams, wanting } }: { answer: TeamsAnswer }) {
  const say = useWords(teamWords);
  const [, go] = useLocation();
  const href = useHref();
  const [setting, setSetting] = useState<Wanting | null>(null);
  if (teams.length === 0 && wanting.length === 0) return <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState>;
  return (
    <div className="cooperation">
      {teams.length > 0 && <TeamTable teams={teams} label={say.title} />}
      <Part id="wanting" title={say.wanting}>
        {wanting.length === 0 ? <p className="small">{say.allStanding}</p> : (
          <>
            <p className="small">{say.wantingHelp}</p>
            <ul className="wanting">
              {wanting.map((place) => (
                <li key={`${place.college_id} ${place.school_id} ${place.campus_id}`}>
                  <span><TeamName team={place} /></span>
                  {place.may_set_up && <Button onClick={() => setSetting(place)}>{say.setUp}<span className="hidden-text"> <TeamName team={place} /></span></Button>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      {setting !== null && <SetUpDialog place={setting} onClose={() => setSetting(null)} onDone={(team_id) => go(href(`/teams/${team_id}`))} />}
    </div>
  );
}
