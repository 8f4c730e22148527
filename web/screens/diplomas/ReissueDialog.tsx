import { useState } from 'react';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { inPath } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { diplomaWords } from '../../words/diplomas.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { DiplomaDialogProps } from './HandOverDialog.tsx';

/** A certificate in the place of a lost diploma: another number, and the loss on record. */
export function ReissueDialog({ diploma: { diploma_id, number }, onClose, onDone }: DiplomaDialogProps) {
  const say = useWords(diplomaWords);
  const { on: shown } = useSettings().settings;
  const [on, setOn] = useState<PlainDate | null>(date(shown));
  const [reason, setReason] = useState('');
  const problems = () => [...(on === null ? [{ field: 'lost-on', message: say.give }] : []), ...(reason.trim() === '' ? [{ field: 'lost-reason', message: say.give }] : [])];
  const act = async () => {
    if (on === null) return;
    await ask(client.api.diplomas[':diploma_id'].reissue.$post({ param: { diploma_id: inPath(diploma_id) }, json: { on, reason: reason.trim() } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say.reissueTitle(number)} act={say.reissue} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{say.reissueLead}</p>
          <DateField id="lost-on" label={say.lostOn} value={on} onChange={setOn} error={wrong('lost-on')} />
          <TextField id="lost-reason" label={say.reason} value={reason} onChange={setReason} error={wrong('lost-reason')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
