import { ask, client, onceOnly } from '../../client.ts';
import { CodeForm } from './CodeForm.tsx';
import type { Party } from './queries.ts';

/** What was read, and is signed. */
export interface ToSign {
  readonly agreement_id: string;
  readonly version: number;
  readonly content_hash: string;
}

interface SignFormProps {
  readonly party: Party;
  readonly items: readonly ToSign[];
  /** Where what is signed can be read; without it, above. */
  readonly readHelp?: string;
  readonly onSigned: () => Promise<void>;
}

/** Signs agreements for one party with a code. */
export function SignForm({ party, items, readHelp, onSigned }: SignFormProps) {
  const json = { party, items: [...items] };
  return (
    <CodeForm
      {...(readHelp !== undefined && { readHelp })}
      about={`${party}.${items.map(({ agreement_id, version }) => `${agreement_id}-${version}`).join('.')}`}
      onAsk={async () => (await ask(client.api['agreement-codes'].$post({ json }, onceOnly()))).sent_to}
      onSign={async (code) => { await ask(client.api['agreement-signatures'].$post({ json: { ...json, code } }, onceOnly())); }}
      onSigned={onSigned}
    />
  );
}
