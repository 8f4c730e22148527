import { createHash } from 'node:crypto';
import { attachPolicyText, listPolicyTexts, readPolicyText, type PolicyText } from '../store/policy-texts.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { nameOfFile } from './sound-text.ts';

/** A region's own official text: kept and given back as it is, never read by the product. */
export function policyTextHandlers(deps: Deps): Pick<Handlers, 'readPolicyText' | 'downloadPolicyText' | 'attachPolicyText'> {
  return {
    readPolicyText: (c) => storeOf(deps, c).read(async (tx) => c.json(view(await listPolicyTexts(tx)), 200)),
    downloadPolicyText: async (c) => {
      const found = await storeOf(deps, c).read(async (tx) => {
        const asked = c.req.valid('query').version ?? (await listPolicyTexts(tx))[0]?.text_id;
        return asked === undefined ? null : readPolicyText(tx, asked);
      });
      if (found === null) return refuse(c, 'no_policy_text');
      // Given as a file to save, under a type that no browser runs, whatever it was sent as.
      return attachment(c, found.file_name, 'application/octet-stream', found.bytes);
    },
    attachPolicyText: async (c) => {
      const { file } = c.req.valid('form');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const media_type = file.type === '' ? 'application/octet-stream' : file.type;
      const name = nameOfFile(file);
      const asks = { name, sha256: createHash('sha256').update(bytes).digest('hex') };
      const answer = await once(deps, c, asks, async (tx): Promise<Change<PolicyText[]> | { outcome: 'no_region' }> => {
        const kept = await attachPolicyText(tx, { name, media_type, bytes });
        return kept === null ? { outcome: 'no_region' } : { outcome: 'done', value: await listPolicyTexts(tx) };
      });
      return isDone(answer) ? c.json(view(answer.value), 200) : refuse(c, answer.outcome);
    },
  };
}

function view(texts: readonly PolicyText[]) {
  const [latest] = texts;
  const versions = texts.map((text) => ({
    version: text.text_id, file: text.file_name, bytes: text.bytes_long, at: text.recorded_at, by: text.recorded_by,
  }));
  if (latest === undefined) return { attached: false, file: null, type: null, bytes: 0, at: null, by: null, versions };
  const { file_name, media_type, bytes_long, recorded_at, recorded_by } = latest;
  return { attached: true, file: file_name, type: media_type, bytes: bytes_long, at: recorded_at, by: recorded_by, versions };
}
