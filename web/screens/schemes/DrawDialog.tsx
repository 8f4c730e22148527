import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { schemeWords } from '../../words/schemes.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Schemes } from './queries.ts';

interface DrawDialogProps {
  readonly programmes: Schemes['programmes'];
  readonly onClose: () => void;
  readonly onOpened: (matter_id: string) => Promise<void>;
}

const YEAR = /^20\d\d$/;

/** Opens the matter of a scheme: for which programme, from which cohort on. */
export function DrawDialog({ programmes, onClose, onOpened }: DrawDialogProps) {
  const say = useWords(schemeWords);
  const { cancel } = useWords(componentWords);
  const [subject, setSubject] = useState('');
  const [year, setYear] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || subject === '' || !YEAR.test(year)) return;
    setBusy(true);
    setFault(null);
    try {
      const { matter_id } = await ask(client.api.matters.$post({ json: { kind: 'training_scheme', subject, details: { year: Number(year) } } }, onceOnly()));
      await onOpened(matter_id);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={say.drawTitle} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <p>{say.drawHelp}</p>
        <SelectField
          id="scheme-programme" label={say.programme} value={subject} onChange={setSubject} error={tried && subject === '' ? say.chooseProgramme : undefined}
          options={programmes.map(({ programme_id, name, school }) => ({ value: programme_id, label: `${name} · ${school.name}` }))}
        />
        <TextField id="scheme-year" label={say.fromCohort} help={say.fromCohortHelp} value={year} onChange={setYear} error={tried && !YEAR.test(year) ? say.giveYear : undefined} inputMode="numeric" autoComplete="off" />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.opening : say.draw}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
