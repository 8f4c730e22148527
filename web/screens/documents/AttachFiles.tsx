import { useState } from 'react';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Progress } from '../../components/Progress/Progress.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';
import { sendForm, type Sent } from '../data/import/send-files.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { TakePhoto } from './TakePhoto.tsx';

const ACCEPTED = ['.pdf', '.png', '.jpg', '.jpeg', '.docx', '.xlsx', '.ofd'];
const KIB = 1024;

interface AttachProps {
  readonly about: string;
  readonly onAttached: () => Promise<void>;
}

/** Files by camera, dialog or drag and drop, each sent at once. */
export function AttachFiles({ about, onAttached }: AttachProps) {
  const say = useWords(documentWords);
  const { send, said } = useAttaching({ about, onAttached });
  return (
    <div className="no-print files-attach">
      <TakePhoto onPhotos={(photos) => void send(photos)} />
      <FileDrop label={say.attach} help={say.attachHelp} accept={ACCEPTED} multiple files={[]} onChange={(files) => void send(files)} />
      {said}
    </div>
  );
}

/** Photos alone, where there is little room. */
export function AttachPhotos({ about, onAttached, label }: AttachProps & { readonly label?: string }) {
  const { send, said } = useAttaching({ about, onAttached });
  return <div className="no-print files-attach"><TakePhoto label={label} onPhotos={(photos) => void send(photos)} />{said}</div>;
}

/** Sends a file to hang at something. */
export function attachOne(about: string, file: File, onSent: (sent: Sent) => void): Promise<unknown> {
  const form = new FormData();
  form.append('file', file, file.name);
  form.append('about', about);
  return sendForm('/api/files', form, onSent, new AbortController().signal);
}

interface Sending extends Sent {
  readonly name: string;
}

function useAttaching({ about, onAttached }: AttachProps) {
  const say = useWords(documentWords);
  const [sending, setSending] = useState<Sending | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly { readonly name: string; readonly error: unknown }[]>([]);
  const send = async (files: readonly File[]) => {
    setDone(null);
    setRefused([]);
    const failed: { name: string; error: unknown }[] = [];
    for (const file of files) {
      try {
        await attachOne(about, file, (sent) => setSending({ ...sent, name: file.name }));
      } catch (error) {
        failed.push({ name: file.name, error });
      }
    }
    setSending(null);
    setRefused(failed);
    if (failed.length < files.length) setDone(say.sent(files.length - failed.length));
    await onAttached();
  };
  const said = (
    <>
      {sending !== null && <Progress label={say.sending(sending.name)} done={Math.floor(sending.bytes / KIB)} of={Math.ceil(sending.of / KIB)} unit="KiB" />}
      {done !== null && <Notice kind="done" title={done} announce />}
      {refused.map(({ name, error }, at) => <RefusalNotice key={`${at} ${name}`} title={say.notSent(name)} error={error} />)}
    </>
  );
  return { send, said };
}
