import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decodeText } from '../../../core/exchange/decode-text.ts';
import { Button } from '../../components/Button/Button.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Tag } from '../../components/Tag/Tag.tsx';
import { ask, client, onceOnly } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { clausesWords } from '../../words/clauses.ts';
import { formatBytes, formatDate } from '../../words/format.ts';

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
        <Attached name={head.data.file ?? ''} bytes={head.data.bytes} at={head.data.at} by={head.data.by} />
      )}
      {head.data !== undefined && <Attach attached={head.data.attached} />}
    </section>
  );
}

function Attached({ name, bytes, at, by }: { name: string; bytes: number; at: string | null; by: string | null }) {
  const say = useWords(clausesWords);
  const { language } = useSettings().settings;
  return (
    <>
      <p>
        <strong>{name}</strong> <Tag kind="live" />
        <br />
        <span className="small">{say.officialMeta(formatBytes(bytes), formatDate((at ?? '').slice(0, 10), language), by ?? '')}</span>{' '}
        <a href="/api/policy-text/file" download={name}>
          {say.download}
        </a>
      </p>
      <Reading name={name} version={at ?? ''} />
    </>
  );
}

/** Text is shown as text, a PDF by the browser's own reader; other files are downloaded. */
function Reading({ name, version }: { name: string; version: string }) {
  const say = useWords(clausesWords);
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
  const shown = ending === '.txt' || ending === '.md';
  const text = useQuery({
    queryKey: [...KEY, 'file', name, version],
    enabled: shown,
    queryFn: async () => {
      const reply = await client.api['policy-text'].file.$get();
      if (!reply.ok) throw new Error(`policy text: ${reply.status}`);
      return decodeText(new Uint8Array(await reply.arrayBuffer()));
    },
    retry: retryUnlessRefused,
  });
  if (!shown) return <p>{say.officialDocx}</p>;
  if (text.isPending) return <p role="status">{say.officialLoading}</p>;
  if (text.isError) return <Notice kind="fault" title={say.officialFailed}>{say.officialFailedHelp}</Notice>;
  return (
    <div className="official-text" role="region" aria-label={say.officialText} tabIndex={0}>
      {text.data.split(/\r?\n/).map((line, index) => (
        <p key={index}>{line === '' ? '\u00a0' : line}</p>
      ))}
    </div>
  );
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
