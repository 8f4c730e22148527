import { useLocation } from 'wouter';
import '../data/data.css';
import '../organisations/organisations.css';
import { TeamList } from './TeamList.tsx';
import { TeamPage } from './TeamPage.tsx';
import './teams.css';

/** 办学团队: `/teams` lists them, `/teams/12` is one. */
export function TeamsScreen() {
  const [path] = useLocation();
  const team_id = decodeURIComponent(path.split('/')[2] ?? '');
  return team_id === '' ? <TeamList /> : <TeamPage key={team_id} team_id={team_id} />;
}
