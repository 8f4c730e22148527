import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teamWords } from '../../words/teams.ts';
import type { Wanting } from './queries.ts';
import { TeamForm } from './TeamForm.tsx';
import { TeamName } from './TeamTable.tsx';

/** Records that a team was set up, by the document that says so. */
export function SetUpDialog({ place, onClose, onDone }: { place: Wanting; onClose: () => void; onDone: (team_id: string) => void }) {
  const say = useWords(teamWords);
  const queries = useQueryClient();
  const [on, setOn] = useState<PlainDate | null>(null);
  const [document, setDocument] = useState('');
  const { kind, college_id, school_id, campus_id } = place;
  const act = async () => {
    const { team_id } = await ask(client.api.teams.$post({ json: { kind, college_id, school_id, ...(campus_id !== null && { campus_id }), on: String(on), document: document.trim() } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: ['cooperation'] });
    onDone(team_id);
  };
  const problems = () => [
    ...(on === null ? [{ field: 'team-on', message: say.giveOn }] : []),
    ...(document.trim() === '' ? [{ field: 'team-document', message: say.giveDocument }] : []),
  ];
  return (
    <TeamForm title={say.setUpTitle} act={say.submit} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p><TeamName team={place} /></p>
          <DateField id="team-on" label={say.setUpOn} help={say.onHelp} value={on} onChange={setOn} error={wrong('team-on')} />
          <TextField id="team-document" label={say.document} value={document} onChange={setDocument} error={wrong('team-document')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
