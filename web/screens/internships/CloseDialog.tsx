import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Post } from './queries.ts';

export function CloseDialog({ post: { post_id, title, firm }, onClose, onDone }: { post: Post; onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(internshipWords);
  const [reason, setReason] = useState('');
  const act = async () => {
    await ask(client.api['internship-posts'][':post_id'].close.$post({ param: { post_id }, json: { reason: reason.trim() } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say.closeTitle} act={say.close} problems={() => (reason.trim() === '' ? [{ field: 'close-reason', message: say.giveReason }] : [])} onAct={act} onClose={onClose}>
      {(wrong) => <><p>{firm} · {title}</p><TextField id="close-reason" label={say.reason} value={reason} onChange={setReason} error={wrong('close-reason')} /></>}
    </TeamForm>
  );
}
