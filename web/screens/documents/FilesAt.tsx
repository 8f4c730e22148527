import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';
import { formatBytes } from '../../words/format.ts';
import { formatMoment } from '../data/moment.ts';
import { ActDialog } from '../people/ActDialog.tsx';
import { AttachFiles } from './AttachFiles.tsx';
import { Photos } from './Photos.tsx';
import { useFiles } from './queries.ts';
import type { AttachedFile } from './queries.ts';
import './documents.css';

/** The files that hang at something, and a place to add some: `campuses/C1`, `matters/12`, `documents/5`. */
export function FilesAt({ about, title }: { about: string; title?: string }) {
  const say = useWords(documentWords);
  const queries = useQueryClient();
  const heading = useId();
  const query = useFiles(about);
  // What a step waits for may be a file.
  const again = () => queries.invalidateQueries();
  return (
    <section className="files-at" aria-labelledby={heading}>
      <h2 id={heading}>{title ?? say.files}</h2>
      <Answer query={query}>
        {({ files }) => (files.length === 0 ? <p className="small">{say.noFiles}</p> : <><Photos files={files} /><FileTable files={files} onChanged={again} /></>)}
      </Answer>
      {query.data?.may_attach === true && <AttachFiles about={about} onAttached={again} />}
    </section>
  );
}

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
