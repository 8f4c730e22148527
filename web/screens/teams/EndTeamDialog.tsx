import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teamWords } from '../../words/teams.ts';
import { TeamForm } from './TeamForm.tsx';

/** Dissolves a team after its last day. */
export function EndTeamDialog({ team_id, onClose, onDone }: { team_id: string; onClose: () => void; onDone: (said: string) => Promise<void> }) {
  const say = useWords(teamWords);
  const [on, setOn] = useState<PlainDate | null>(null);
  const [reason, setReason] = useState('');
  const act = async () => {
    await ask(client.api.teams[':team_id'].end.$post({ param: { team_id }, json: { on: String(on), reason: reason.trim() } }, onceOnly()));
    await onDone(say.ended);
  };
  const problems = () => [
    ...(on === null ? [{ field: 'end-on', message: say.giveOn }] : []),
    ...(reason.trim() === '' ? [{ field: 'end-reason', message: say.giveReason }] : []),
  ];
  return (
    <TeamForm title={say.endTeam} act={say.endTeam} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{say.endTeamLead}</p>
          <DateField id="end-on" label={say.endOn} value={on} onChange={setOn} error={wrong('end-on')} />
          <TextField id="end-reason" label={say.reason} value={reason} onChange={setReason} error={wrong('end-reason')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
