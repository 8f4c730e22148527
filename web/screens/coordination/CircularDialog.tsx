import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { BodyChoice } from './BodyChoice.tsx';
import { COORDINATION } from './queries.ts';

interface Draft {
  readonly title: string;
  readonly body: string;
  readonly addressed: readonly string[];
  readonly read_by: PlainDate | null;
}

/** S1-e: what is told, to whom, and until when they say that they read it. */
export function CircularDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const say = useWords(coordinationWords);
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>({ title: '', body: '', addressed: [], read_by: null });
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(draft.title.trim() === '' ? [{ field: 'circular-title', message: say.giveTitle }] : []), ...(draft.body.trim() === '' ? [{ field: 'circular-body', message: say.giveBody }] : []),
    ...(draft.read_by === null ? [{ field: 'circular-read-by', message: say.giveDay }] : []), ...(draft.addressed.length === 0 ? [{ field: 'circular-addressed', message: say.giveBodies }] : []),
  ];
  const act = async () => {
    const { title, body, addressed, read_by } = draft;
    await ask(client.api.coordination.circulars.$post({ json: { title: title.trim(), body: body.trim(), addressed, read_by: read_by ?? '' } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [COORDINATION] });
    onDone();
  };
  return (
    <TeamForm title={say.issue} act={say.issue} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField id="circular-title" label={say.circularTitle} value={draft.title} onChange={(title) => change({ title })} error={wrong('circular-title')} autoComplete="off" />
          <LongTextField id="circular-body" label={say.circularBody} rows={8} value={draft.body} onChange={(body) => change({ body })} error={wrong('circular-body')} />
          <DateField id="circular-read-by" label={say.readByDay} value={draft.read_by} onChange={(read_by) => change({ read_by })} error={wrong('circular-read-by')} />
          <BodyChoice id="circular-addressed" label={say.addressed} chosen={draft.addressed} onChange={(addressed) => change({ addressed })} error={wrong('circular-addressed')} />
        </>
      )}
    </TeamForm>
  );
}
