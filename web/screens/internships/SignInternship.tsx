import { ask, client, onceOnly } from '../../client.ts';
import { CodeForm } from '../agreements/CodeForm.tsx';
import type { Intern, Party } from './queries.ts';

/** Signs agreements on internships for one party with a code. */
export function SignInternship({ party, items, onSigned }: { party: Party; items: readonly Pick<Intern, 'placement_id' | 'content_hash'>[]; onSigned: () => Promise<void> }) {
  const json = { party, items: items.map(({ placement_id, content_hash }) => ({ placement_id, content_hash })) };
  return (
    <CodeForm
      about={`internship.${party}.${items.map(({ placement_id }) => placement_id).join('.')}`}
      onAsk={async () => (await ask(client.api['internship-codes'].$post({ json }, onceOnly()))).sent_to}
      onSign={async (code) => { await ask(client.api['internship-signatures'].$post({ json: { ...json, code } }, onceOnly())); }}
      onSigned={onSigned}
    />
  );
}
