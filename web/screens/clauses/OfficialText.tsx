import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { ask, client, onceOnly } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { clausesWords } from '../../words/clauses.ts';
import { formatBytes, formatDate } from '../../words/format.ts';
import { ReadBeside } from './ReadBeside.tsx';

const ACCEPTED = ['.txt', '.md', '.pdf', '.docx'];
const KEY = ['policy-text'];

/** The region's own official text, read beside our wording; kept as it is, never read by the product. */
export function OfficialText() {
  const say = useWords(clausesWords);
  const head = useQuery({ queryKey: KEY, queryFn: () => ask(client.api['policy-text'].$get()), retry: retryUnlessRefused });
  return (
    <section className="official" aria-labelledby="official-title">
      <h2 id="official-title">{say.official}</h2>
      {head.isError && <Notice kind="fault" title={say.officialFailed} actions={<Button onClick={() => void head.refetch()}>{say.retry}</Button>} />}
      {head.data !== undefined && !head.data.attached && <p>{say.officialNone}{say.sep}{say.officialNoneHelp}</p>}
      {head.data?.attached === true && (
        <Attached versions={head.data.versions} />
      )}
      {head.data !== undefined && <May do="policy.write"><Attach attached={head.data.attached} /></May>}
    </section>
  );
}

interface Version {
  readonly version: number;
  readonly file: string;
  readonly bytes: number;
  readonly at: string;
  readonly by: string;
}

/** Every version with who attached it and when, the latest first; one of them is read. */
function Attached({ versions }: { versions: readonly Version[] }) {
  const say = useWords(clausesWords);
  const [chosen, choose] = useState<number | null>(null);
  const reading = versions.find((v) => v.version === chosen) ?? versions[0];
  const [latest, ...earlier] = versions;
  if (latest === undefined || reading === undefined) return null;
  const row = (version: Version) => (
    <VersionLine key={version.version} version={version} latest={version === latest} reading={version === reading} onRead={() => choose(version.version)} />
  );
  return (
    <>
      <ul className="official-versions">{row(latest)}</ul>
      {earlier.length > 0 && (
        <details open={reading !== latest}>
          <summary>{say.earlier(earlier.length)}</summary>
          <ul className="official-versions">{earlier.map(row)}</ul>
        </details>
      )}
      <ReadBeside key={reading.version} name={reading.file} version={reading.version} />
    </>
  );
}

function VersionLine({ version, latest, reading, onRead }: { version: Version; latest: boolean; reading: boolean; onRead: () => void }) {
  const say = useWords(clausesWords);
  const { language } = useSettings().settings;
  const { file, bytes, at, by } = version;
  return (
    <li aria-current={reading || undefined}>
      <strong>{file}</strong> {latest && <span className="small">{say.latest}</span>}
      <br />
      <span className="small">{say.officialMeta(formatBytes(bytes), formatDate(dayIn(at), language), by)}</span>
      <span className="official-acts">
        {!reading && (
          <button type="button" className="link-button" onClick={onRead}>
            {say.readThis}
            <span className="hidden-text"> {file}</span>
          </button>
        )}
        <a href={`/api/policy-text/file?version=${version.version}`} download={file}>
          {say.download}
        </a>
      </span>
    </li>
  );
}

/** The calendar day in Asia/Shanghai of a moment. */
function dayIn(moment: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(moment));
}

function Attach({ attached }: { attached: boolean }) {
  const say = useWords(clausesWords);
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [state, setState] = useState<'' | 'sending' | 'failed' | 'done'>('');
  const [done, setDone] = useState('');
  const [file] = files;
  const send = async () => {
    if (file === undefined) return;
    setState('sending');
    try {
      await ask(client.api['policy-text'].$put({ form: { file } }, onceOnly()));
      await queries.invalidateQueries({ queryKey: KEY });
      setDone(file.name);
      setFiles([]);
      setState('done');
    } catch {
      setState('failed');
    }
  };
  const drop = (
    <>
      <FileDrop label={attached ? say.officialReplace : say.officialDrop} help={say.officialHelp} accept={ACCEPTED} files={files} onChange={setFiles} />
      {file !== undefined && (
        <Button kind="primary" disabled={state === 'sending'} onClick={() => void send()}>
          {state === 'sending' ? say.attaching : say.attach}
        </Button>
      )}
      {state === 'failed' && <Notice kind="fault" title={say.attachFailed} announce>{say.attachFailedHelp}</Notice>}
    </>
  );
  return (
    <div className="official-attach no-print">
      {state === 'done' && <Notice kind="done" title={say.attached(done)} announce />}
      {attached ? (
        <details>
          <summary>{say.officialReplace}</summary>
          {drop}
        </details>
      ) : (
        drop
      )}
    </div>
  );
}
