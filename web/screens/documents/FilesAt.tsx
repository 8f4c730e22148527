import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Progress } from '../../components/Progress/Progress.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';
import { formatBytes } from '../../words/format.ts';
import { sendForm, type Sent } from '../data/import/send-files.ts';
import { formatMoment } from '../data/moment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { ActDialog } from '../people/ActDialog.tsx';
import { useFiles } from './queries.ts';
import type { AttachedFile } from './queries.ts';
import './documents.css';

const ACCEPTED = ['.pdf', '.png', '.jpg', '.jpeg', '.docx', '.xlsx', '.ofd'];

/** The files that hang at something, and a place to add some: `campuses/C1`, `matters/12`, `documents/5`. */
export function FilesAt({ about }: { about: string }) {
  const say = useWords(documentWords);
  const queries = useQueryClient();
  const query = useFiles(about);
  const again = () => queries.invalidateQueries({ queryKey: ['files', about] });
  return (
    <section className="files-at" aria-labelledby="files-at">
      <h2 id="files-at">{say.files}</h2>
      <Answer query={query}>
        {({ files }) => (files.length === 0 ? <p className="small">{say.noFiles}</p> : <FileTable files={files} onChanged={again} />)}
      </Answer>
      {query.data?.may_attach === true && <Attach about={about} onAttached={again} />}
    </section>
  );
}

interface Sending extends Sent {
  readonly name: string;
}

function Attach({ about, onAttached }: { about: string; onAttached: () => Promise<void> }) {
  const say = useWords(documentWords);
  const [sending, setSending] = useState<Sending | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly { readonly name: string; readonly error: unknown }[]>([]);
  const send = async (files: readonly File[]) => {
    setSaid(null);
    setRefused([]);
    const failed: { name: string; error: unknown }[] = [];
    for (const file of files) {
      const form = new FormData();
      form.append('file', file, file.name);
      form.append('about', about);
      try {
        await sendForm('/api/files', form, (sent) => setSending({ ...sent, name: file.name }), new AbortController().signal);
      } catch (error) {
        failed.push({ name: file.name, error });
      }
    }
    setSending(null);
    setRefused(failed);
    if (failed.length < files.length) setSaid(say.sent(files.length - failed.length));
    await onAttached();
  };
  return (
    <div className="no-print files-attach">
      <FileDrop label={say.attach} help={say.attachHelp} accept={ACCEPTED} multiple files={[]} onChange={(files) => void send(files)} />
      {sending !== null && <Progress label={say.sending(sending.name)} done={Math.floor(sending.bytes / KIB)} of={Math.ceil(sending.of / KIB)} unit="KiB" />}
      {said !== null && <Notice kind="done" title={said} announce />}
      {refused.map(({ name, error }) => <RefusalNotice key={name} title={say.notSent(name)} error={error} />)}
    </div>
  );
}

const KIB = 1024;

function FileTable({ files, onChanged }: { files: readonly AttachedFile[]; onChanged: () => Promise<void> }) {
  const say = useWords(documentWords);
  const { language } = useSettings().settings;
  const [ending, setEnding] = useState<AttachedFile | null>(null);
  const end = async ({ attachment_id }: AttachedFile) => {
    await ask(client.api.files[':attachment_id'].end.$post({ param: { attachment_id } }, onceOnly()));
    await onChanged();
    setEnding(null);
  };
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards document-table">
        <caption className="hidden-text">{say.files}</caption>
        <thead>
          <tr>{[say.fileName, say.size, say.by, say.at, say.acts].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.attachment_id}>
              <th scope="row">{file.file}{file.ended_at !== null && <span className="small">（{say.ended}）</span>}</th>
              <td data-label={say.size}>{formatBytes(file.bytes)}</td>
              <td data-label={say.by}>{file.by}</td>
              <td data-label={say.at}>{formatMoment(file.at, language)}</td>
              <td data-label={say.acts} className="files-acts">
                <a href={`/api/files/${file.attachment_id}/content`} download aria-label={say.saveOf(file.file)}>{say.save}</a>
                {file.may_end && <Button aria-label={say.endOf(file.file)} onClick={() => setEnding(file)}>{say.end}</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending !== null && (
        <ActDialog title={say.endTitle} act={say.end} onAct={() => end(ending)} onClose={() => setEnding(null)}>
          <p>{say.endWhat(ending.file)}</p>
        </ActDialog>
      )}
    </div>
  );
}
