import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { consequenceText } from '../../../core/check/phrases.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import type { EvidenceRows } from '../../components/ProvenancePanel/provenance-view.ts';
import { Status } from '../../components/Status/Status.tsx';
import type { ShownVerdict } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { formatDate } from '../../words/format.ts';
import { teamWords } from '../../words/teams.ts';
import { shanghaiDay } from '../data/moment.ts';
import { Part } from '../organisations/Part.tsx';
import { useCooperationOrigin } from '../organisations/useCooperationOrigin.ts';
import { EndTeamDialog } from './EndTeamDialog.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { MemberList } from './MemberList.tsx';
import { useTeam } from './queries.ts';
import type { TeamAnswer } from './queries.ts';
import { StepDialog } from './StepDialog.tsx';

/** One team: what is asked of it, who is in it, and what the reader may do. */
export function TeamPage({ team_id }: { team_id: string }) {
  const say = useWords(teamWords);
  const cooperation = useWords(cooperationWords);
  const query = useTeam(team_id);
  const team = query.data;
  return (
    <Page title={team === undefined ? say.team : `${team.campus ?? say.of(team.college, team.school)} ${cooperation[team.kind]}`}>
      <p className="way-back no-print"><ScreenLink to="/teams">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(answer) => <Contents team={answer} />}</Answer>
    </Page>
  );
}

function Contents({ team }: { team: TeamAnswer }) {
  const say = useWords(teamWords);
  const queries = useQueryClient();
  const [asked, setAsked] = useState<((given: Asked) => ReactNode) | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const open = (dialog: (given: Asked) => ReactNode) => { setSaid(null); setAsked(() => dialog); };
  const given: Asked = {
    onClose: () => setAsked(null),
    onDone: async (what) => {
      await queries.invalidateQueries({ queryKey: ['cooperation'] });
      setAsked(null);
      setSaid(what);
    },
  };
  const over = team.members.filter(({ state }) => ['ended', 'dropped', 'declined'].includes(state));
  const now = team.members.filter((member) => !over.includes(member));
  const onAct: Parameters<typeof MemberList>[0]['onAct'] = (member, act) => open((with_) => <StepDialog team_id={team.team_id} member={member} act={act} {...with_} />);
  return (
    <div className="cooperation">
      {said !== null && <Notice kind="done" title={said} announce />}
      <Founding team={team} />
      <Part id="requirements" title={say.requirements}>
        <ul className="plain-list">{team.verdicts.map((verdict) => <li key={verdict.standard}><TeamVerdict verdict={verdict} team={team} /></li>)}</ul>
      </Part>
      <Part id="members" title={say.members}>
        {now.length === 0 ? <EmptyState title={say.noMembers}>{say.noMembersHelp}</EmptyState> : <MemberList members={now} onAct={onAct} />}
        {(team.functions.length > 0 || team.may_end) && (
          <div className="button-row no-print">
            {team.functions.map((as) => <Button key={as} onClick={() => open((with_) => <MemberDialog team={team} as={as} {...with_} />)}>{say[`put_${as}`]}</Button>)}
            {team.may_end && <Button kind="quiet" onClick={() => open((with_) => <EndTeamDialog team_id={team.team_id} {...with_} />)}>{say.endTeam}</Button>}
          </div>
        )}
      </Part>
      {over.length > 0 && <Part id="past" title={say.past}><MemberList members={over} onAct={onAct} /></Part>}
      {asked?.(given)}
    </div>
  );
}

interface Asked {
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

function Founding({ team: { from, to, document, end_reason, college_id, college, school_id, school, campus_id, campus } }: { team: TeamAnswer }) {
  const say = useWords(teamWords);
  const { language } = useSettings().settings;
  return (
    <>
      <p>
        <ScreenLink to={`/organisations/unit/${encodeURIComponent(college_id)}`}>{college}</ScreenLink> · <ScreenLink to={`/organisations/unit/${encodeURIComponent(school_id)}`}>{school}</ScreenLink>
        {campus_id !== null && <> · <ScreenLink to={`/campuses/${encodeURIComponent(campus_id)}`}>{campus}</ScreenLink></>}
        <br />
        {say.setUpBy(document, formatDate(from, language))}
      </p>
      {to !== null && <Notice kind="warning" title={say.endedOn(formatDate(to, language), end_reason ?? '')} />}
    </>
  );
}

/** A verdict of the team, opened down to the people it was judged by. */
function TeamVerdict({ verdict, team }: { verdict: ShownVerdict; team: TeamAnswer }) {
  const { language } = useSettings().settings;
  const label = `${verdict.label[language]} ${verdict.clause}`;
  const from = useCooperationOrigin(verdict, useMemberRows(team));
  return (
    <>
      <Figure label={label} from={from}>{label}</Figure> <Status outcome={verdict.outcome} detail={verdict.outcome === 'met' || verdict.composite ? '' : consequenceText(verdict, language)} />
    </>
  );
}

function useMemberRows({ members }: TeamAnswer): EvidenceRows {
  const say = useWords(cooperationWords);
  const { language } = useSettings().settings;
  return useMemo(() => {
    const serving = members.filter((member) => member.serving);
    return {
      sheet: say.members, total: serving.length, columns: [say.name, say.as, say.side, say.since].map((label) => ({ label })),
      rows: serving.map(({ name, function: as, side, served, entries }) => ({
        row: null,
        cells: [name, say[as], side === null ? say.neither : say[side], served === null ? '' : say.until(formatDate(served.from, language), served.to === null ? say.openEnd : formatDate(served.to, language))],
        ...(entries[0] !== undefined && { report: { by: entries[0].recorded_by, on: shanghaiDay(entries[0].recorded_at), workbook: null } }),
      })),
    };
  }, [members, language, say]);
}
