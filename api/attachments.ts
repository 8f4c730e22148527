import { createHash } from 'node:crypto';
import { attachFile, endAttachment, labelsToAttach, listAttachments, mayEnd, readAttachment, type Attachment } from '../store/attachments.ts';
import type { Transaction } from '../store/transaction.ts';
import { attachmentKind, ATTACHMENT_REFUSALS, MEDIA_TYPES } from '../workbook/attachment-kind.ts';
import { withoutPlace } from '../workbook/without-place.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { nameOfFile } from './sound-text.ts';

type AttachmentHandlers = Pick<Handlers, 'listAttachments' | 'attachFile' | 'downloadAttachment' | 'endAttachment'>;
type View = ReturnType<typeof view>;

export function attachmentHandlers(deps: Deps): AttachmentHandlers {
  return {
    listAttachments: (c) => storeOf(deps, c).read(async (tx) => {
      const about = c.req.valid('query').about ?? null;
      return c.json({ files: (await listAttachments(tx, about)).map((one) => view(tx, one)), may_attach: about !== null && await labelsToAttach(tx, about) !== null }, 200);
    }),
    attachFile: async (c) => {
      const { file, about, purpose } = c.req.valid('form');
      const sent = new Uint8Array(await file.arrayBuffer());
      const name = lastPart(nameOfFile(file));
      const kind = await attachmentKind(name, sent);
      if (typeof kind !== 'string') return refuse(c, 'file_refused', { detail: ATTACHMENT_REFUSALS[kind.refused] });
      const bytes = withoutPlace(kind, sent);
      const asks = { name, about, purpose, sha256: createHash('sha256').update(bytes).digest('hex') };
      const answer = await once(deps, c, asks, async (tx): Promise<Change<View> | { outcome: 'unknown_object' }> => {
        const attached = await attachFile(tx, { name, media_type: MEDIA_TYPES[kind], bytes, about, purpose });
        return attached.outcome === 'done' ? { outcome: 'done', value: view(tx, attached.attachment) } : attached;
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    downloadAttachment: async (c) => {
      const found = await storeOf(deps, c).read((tx) => readAttachment(tx, idOf(c.req.valid('param').attachment_id)));
      // Given as a file to save, under a type that no browser runs: that of photos, which pages show, and none for all else.
      return found === null ? refuse(c, 'unknown_file') : attachment(c, found.file_name, PHOTOS.has(found.media_type) ? found.media_type : 'application/octet-stream', found.bytes);
    },
    endAttachment: async (c) => {
      const attachment_id = idOf(c.req.valid('param').attachment_id);
      const answer = await once(deps, c, { attachment_id }, async (tx): Promise<Change<View> | { outcome: 'unknown_file' | 'already_ended' | 'unknown_object' }> => {
        const ended = await endAttachment(tx, attachment_id);
        return ended.outcome === 'done' ? { outcome: 'done', value: view(tx, ended.attachment) } : ended;
      });
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, answer.outcome);
    },
  };
}

const PHOTOS: ReadonlySet<string> = new Set([MEDIA_TYPES.jpeg, MEDIA_TYPES.png]);

const MOST_NAME = 200;

/** A name without the folders that some senders put before it. */
function lastPart(name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? '';
  return last.length <= MOST_NAME ? last : last.slice(-MOST_NAME);
}

function view(tx: Transaction, one: Attachment) {
  const { attachment_id, file_name, media_type, bytes_long, hash, about, purpose, recorded_at, recorded_by, ended_at } = one;
  return {
    attachment_id: String(attachment_id), file: file_name, type: media_type, bytes: bytes_long, hash, about, purpose, at: recorded_at, by: recorded_by, ended_at,
    may_end: ended_at === null && mayEnd(tx, one),
  };
}
