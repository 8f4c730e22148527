import { useState } from 'react';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { inPath } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { diplomaWords } from '../../words/diplomas.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Diploma } from './queries.ts';

export interface DiplomaDialogProps {
  readonly diploma: Diploma;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Who took it and when. */
export function HandOverDialog({ diploma: { diploma_id, number, name }, onClose, onDone }: DiplomaDialogProps) {
  const say = useWords(diplomaWords);
  const { on: shown } = useSettings().settings;
  const [on, setOn] = useState<PlainDate | null>(date(shown));
  const [taken_by, setTaker] = useState(name);
  const problems = () => [...(on === null ? [{ field: 'handed-on', message: say.give }] : []), ...(taken_by.trim() === '' ? [{ field: 'taken-by', message: say.give }] : [])];
  const act = async () => {
    if (on === null) return;
    await ask(client.api.diplomas[':diploma_id']['hand-over'].$post({ param: { diploma_id: inPath(diploma_id) }, json: { on, taken_by: taken_by.trim() } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say.handOverTitle(number)} act={say.handOver} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <DateField id="handed-on" label={say.handedOn} value={on} onChange={setOn} error={wrong('handed-on')} />
          <TextField id="taken-by" label={say.takenBy} help={say.takenByHelp} value={taken_by} onChange={setTaker} error={wrong('taken-by')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
