import { useState } from 'react';
import type { FormEvent } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { FileField } from '../../components/Field/FileField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { componentWords } from '../../words/components.ts';
import { sendForm } from '../data/import/send-files.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';

interface PaperDialogProps<P extends string> {
  /** Where it is sent, and what is sent beside the scan and the days: what was signed. */
  readonly to: string;
  readonly signed: Readonly<Record<string, string>>;
  /** Whose signature is waited for. */
  readonly waiting: readonly P[];
  readonly partyText: (party: P) => string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** B62: what was signed on paper, with the scan; who has not signed yet is left out. */
export function PaperDialog<P extends string>({ to, signed, waiting, partyText, onClose, onDone }: PaperDialogProps<P>) {
  const say = useWords(agreementWords);
  const { cancel } = useWords(componentWords);
  const [file, setFile] = useState<File | null>(null);
  const [days, setDays] = useState<Readonly<Record<string, PlainDate | null>>>({});
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries(days).filter(([, day]) => day !== null);
    const lacks = file === null ? say.giveScan : given.length === 0 ? say.giveDay : undefined;
    setWrong(lacks);
    if (busy || file === null || lacks !== undefined) return;
    setBusy(true);
    setFault(null);
    const form = new FormData();
    form.append('file', file, file.name);
    for (const [name, value] of [...Object.entries(signed), ...given] as [string, string][]) form.append(name, value);
    try {
      await sendForm(to, form, () => undefined, new AbortController().signal);
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={say.paper} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <p>{say.paperLead}</p>
        {fault !== null && <RefusalNotice title={say.notRecorded} error={fault} />}
        <FileField id="paper-scan" label={say.scan} file={file} onChange={setFile} error={wrong} />
        {waiting.map((party) => (
          <DateField key={party} id={`paper-${party}`} label={say.signedDay(partyText(party))} optional value={days[party] ?? null} onChange={(day) => setDays((now) => ({ ...now, [party]: day }))} />
        ))}
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.record}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
