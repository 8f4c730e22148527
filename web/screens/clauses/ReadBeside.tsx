import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { decodeText } from '../../../core/exchange/decode-text.ts';
import { Notice } from '../../components/Notice/Notice.tsx';
import { client } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { clausesWords } from '../../words/clauses.ts';

/** Text is shown as text, a PDF by the browser's own reader; other files are downloaded. */
export function ReadBeside({ name, version }: { name: string; version: number }) {
  const say = useWords(clausesWords);
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
  const shown = ending === '.txt' || ending === '.md' || ending === '.pdf';
  const file = useQuery({
    queryKey: ['policy-text', 'file', name, version],
    enabled: shown,
    queryFn: async () => {
      const reply = await client.api['policy-text'].file.$get({ query: { version: String(version) } });
      if (!reply.ok) throw new Error(`policy text: ${reply.status}`);
      return new Uint8Array(await reply.arrayBuffer());
    },
    retry: retryUnlessRefused,
  });
  if (!shown) return <p>{say.officialDocx}</p>;
  if (file.isPending) return <p role="status">{say.officialLoading}</p>;
  if (file.isError) return <Notice kind="fault" title={say.officialFailed}>{say.officialFailedHelp}</Notice>;
  return ending === '.pdf' ? <PdfPages name={name} bytes={file.data} /> : <TextLines text={decodeText(file.data)} />;
}

function TextLines({ text }: { text: string }) {
  const say = useWords(clausesWords);
  return (
    <div className="official-text" role="region" aria-label={say.officialText} tabIndex={0}>
      {text.split(/\r?\n/).map((line, index) => (
        <p key={index}>{line === '' ? '\u00a0' : line}</p>
      ))}
    </div>
  );
}

/** The pages of a PDF, drawn by the browser from the bytes that are already here. */
function PdfPages({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }) {
  const say = useWords(clausesWords);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address === null ? null : <iframe className="official-pdf" title={`${say.officialText}: ${name}`} src={address} />;
}
