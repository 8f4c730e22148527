import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { teamWords } from '../../words/teams.ts';
import type { Member, TeamAct } from './queries.ts';
import { TeamForm } from './TeamForm.tsx';

interface StepDialogProps {
  readonly team_id: string;
  readonly member: Member;
  readonly act: TeamAct;
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

/** Acts by which somebody may be given a term. */
const GIVES_TERM: readonly string[] = ['appoint', 'approve_school', 'approve_college'];

/** One step, dated and with the document that it rests on; with the clause that asks for it. */
export function StepDialog({ team_id, member, act, onClose, onDone }: StepDialogProps) {
  const say = useWords(teamWords);
  const cooperation = useWords(cooperationWords);
  const { language } = useSettings().settings;
  const [on, setOn] = useState<PlainDate | null>(null);
  const [term, setTerm] = useState<PlainDate | null>(null);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const label = act.label[language];
  const go = async () => {
    const json = {
      on: String(on), version: member.version, ...(document.trim() !== '' && { document: document.trim() }), ...(term !== null && { term_to: term }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    };
    await ask(client.api.teams[':team_id'].members[':member_id'][':act'].$post({ param: { team_id, member_id: member.member_id, act: act.act }, json }, onceOnly()));
    await onDone(say.done(member.name, label));
  };
  const problems = () => [
    ...(on === null ? [{ field: 'step-on', message: say.giveOn }] : []),
    ...(act.reason && reason.trim() === '' ? [{ field: 'step-reason', message: say.giveReason }] : []),
  ];
  return (
    <TeamForm title={`${label} ${member.name}`} act={label} problems={problems} onAct={go} onClose={onClose}>
      {(wrong) => (
        <>
          <p className="small">{member.employer} {member.main_post} · {cooperation.clause(act.clause)}</p>
          <DateField id="step-on" label={say.on} help={say.onHelp} value={on} onChange={setOn} error={wrong('step-on')} />
          <TextField id="step-document" label={say.document} optional value={document} onChange={setDocument} autoComplete="off" />
          {GIVES_TERM.includes(act.act) && <DateField id="step-term" label={say.term} help={say.termHelp} optional value={term} onChange={setTerm} />}
          {act.reason && <TextField id="step-reason" label={say.reason} value={reason} onChange={setReason} error={wrong('step-reason')} autoComplete="off" />}
        </>
      )}
    </TeamForm>
  );
}
