import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { EMPLOYMENT, type Graduate } from './queries.ts';

/** Consent that the school holds on paper. */
export function ConsentButton({ graduate: { student_id, name } }: { graduate: Pick<Graduate, 'student_id' | 'name'> }) {
  const say = useWords(employmentWords);
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const record = async () => {
    setFault(null);
    try {
      await ask(client.api.employment.answers.$post({ json: { student_id, kind: 'consent' } }, onceOnly()));
      await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <Button kind="quiet" aria-label={`${say.recordConsent} ${name}`} onClick={() => void record()}>{say.recordConsent}</Button>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
    </>
  );
}
