import { ask, client, onceOnly } from '../../client.ts';
import { CodeForm } from '../agreements/CodeForm.tsx';
import type { Intern, Party } from './queries.ts';

interface SignInternshipProps {
  readonly party: Party;
  readonly items: readonly Pick<Intern, 'placement_id' | 'content_hash'>[];
  /** Where what is signed can be read; without it, above. */
  readonly readHelp?: string;
  readonly onSigned: () => Promise<void>;
}

/** Signs agreements on internships for one party with a code. */
export function SignInternship({ party, items, readHelp, onSigned }: SignInternshipProps) {
  const json = { party, items: items.map(({ placement_id, content_hash }) => ({ placement_id, content_hash })) };
  return (
    <CodeForm
      {...(readHelp !== undefined && { readHelp })}
      about={`internship.${party}.${items.map(({ placement_id }) => placement_id).join('.')}`}
      onAsk={async () => (await ask(client.api['internship-codes'].$post({ json }, onceOnly()))).sent_to}
      onSign={async (code) => { await ask(client.api['internship-signatures'].$post({ json: { ...json, code } }, onceOnly())); }}
      onSigned={onSigned}
    />
  );
}
