import { ROLES, isRole } from '../../../core/access/roles.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { formatDate } from '../../words/format.ts';
import { teamWords } from '../../words/teams.ts';
import type { Member, TeamAct } from './queries.ts';

interface MemberListProps {
  readonly members: readonly Member[];
  readonly onAct: (member: Member, act: TeamAct) => void;
}

/** Who is in the team, from which side, by whom and when each step was taken, and what is open to the reader. */
export function MemberList({ members, onAct }: MemberListProps) {
  return (
    <ul className="members">
      {members.map((member) => <MemberItem key={member.member_id} member={member} onAct={(act) => onAct(member, act)} />)}
    </ul>
  );
}

function MemberItem({ member, onAct }: { member: Member; onAct: (act: TeamAct) => void }) {
  const say = useWords(teamWords);
  const cooperation = useWords(cooperationWords);
  const { language } = useSettings().settings;
  const { name, side, employer, main_post, function: as, state_label, served, serving, holds_post, acts } = member;
  const term = served === null ? '' : served.to === null ? say.from(formatDate(served.from, language)) : say.until(formatDate(served.from, language), formatDate(served.to, language));
  return (
    <li data-serving={serving}>
      <div className="member-head">
        <h3>{name}</h3>
        <span className="member-as">{cooperation[as]}</span>
        <span className="member-state" data-serving={serving}><span aria-hidden="true">{serving ? '●' : '◇'}</span> {state_label[language]}</span>
      </div>
      <p>{side === null ? cooperation.neither : cooperation[side]} · {employer}{main_post !== '' && ` · ${main_post}`}{term !== '' && ` · ${term}`}</p>
      {as === 'leader' && !holds_post && <p className="member-missing">▲ {say.noPost} <span className="small">R6-b</span></p>}
      <Steps member={member} />
      {acts.length > 0 && (
        <div className="button-row no-print">
          {acts.map((act) => <Button key={act.act} onClick={() => onAct(act)}>{act.label[language]}<span className="hidden-text"> {name}</span></Button>)}
        </div>
      )}
    </li>
  );
}

/** Each step with its day, person and document. */
function Steps({ member: { entries } }: { member: Member }) {
  const say = useWords(teamWords);
  const { language } = useSettings().settings;
  return (
    <ol className="member-steps small" aria-label={say.steps}>
      {entries.map(({ act, label, on, by, role, document, term_to, reason, recorded_at }) => (
        <li key={`${act} ${recorded_at}`}>
          <strong>{label[language]}</strong> {say.byOn(by ?? say.somebody, isRole(role) ? ROLES[role].name[language] : role, formatDate(on, language))}
          {document !== null && ` · ${document}`}{term_to !== null && ` · ${say.termTo(formatDate(term_to, language))}`}{reason !== null && ` · ${say.reason}: ${reason}`}
        </li>
      ))}
    </ol>
  );
}
