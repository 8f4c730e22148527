import type { Context } from 'hono';
import { judgedOutcomes, changedCampuses } from './import-effect.ts';
import { isRefusal, type Refusal } from '../workbook/refusal.ts';
import { importDataset, previewImport, type CountsBySheet, type DatasetImport, type ImportReply } from '../store/import.ts';
import { listImports, undoImportIn, type ImportEntry, type UndoReply } from '../store/imports.ts';
import { rememberMapping } from '../store/column-mappings.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import type { Actor, Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { requestOf } from './idempotency-key.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { readUpload } from './read-upload.ts';
import { MOST_PROBLEMS, refuse, worded } from './refuse.ts';
import { inReach, resultInReach } from './in-reach.ts';
import { judgeRegion, knownOf, type AskedDay } from './region-verdicts.ts';
import { idOf } from './registers.ts';
import { nameOfFile } from './sound-text.ts';
import type { Upload, UploadedFile } from './uploads.ts';

type ImportHandlers = Pick<Handlers, 'previewImport' | 'previewMapped' | 'previewReplacing' | 'commitImport' | 'listImports' | 'undoImport'>;

export function importHandlers(deps: Deps): ImportHandlers {
  return {
    previewImport: async (c) => {
      const files = await filesOf(c.req.valid('form').files);
      const upload = deps.uploads.keep({ ...ownerOf(c), files, mappings: null });
      return preview(deps, c, upload, c.req.valid('query'));
    },
    previewMapped: async (c) => {
      const { upload_id, mappings, organisation } = c.req.valid('json');
      const { actor } = askerOf(c);
      const found = deps.uploads.find(upload_id, actor);
      if (found === null) return refuse(c, 'unknown_upload');
      const upload = deps.uploads.keep({ ...ownerOf(c), files: found.files, mappings });
      if (organisation !== undefined) {
        const kept = await once(deps, c, { organisation, mappings }, async (tx) => {
          for (const mapping of mappings) await rememberMapping(tx, organisation, mapping.sheet, mapping);
          return { outcome: 'done' as const, value: mappings.length };
        });
        if (!isDone(kept)) return refuse(c, kept.outcome);
      }
      return preview(deps, c, upload, c.req.valid('query'));
    },
    previewReplacing: async (c) => {
      const { upload_id, replace } = c.req.valid('json');
      const upload = deps.uploads.find(upload_id, askerOf(c).actor);
      if (upload === null) return refuse(c, 'unknown_upload');
      return preview(deps, c, upload, c.req.valid('query'), replace);
    },
    commitImport: async (c) => {
      const { upload_id, replace, on } = c.req.valid('json');
      const { actor } = askerOf(c);
      const upload = deps.uploads.find(upload_id, actor);
      if (upload === null) return refuse(c, 'unknown_upload');
      const read = await readUpload(upload);
      if (isRefusal(read)) return refuseFile(c, read);
      const reply = await importDataset(deps.database, {
        ...importOf(actor, upload, read, on ?? deps.today(), replace), ...requestOf(c, { sha256: upload.sha256, replace, on: on ?? null }),
      });
      if (reply.outcome !== 'done' && reply.outcome !== 'unchanged') return refuseImport(c, reply);
      const import_id = reply.outcome === 'done' ? String(reply.import_id) : null;
      return c.json({ import_id, ...totalOf(reply.counts), sheets: countsOf(reply.counts) }, 201);
    },
    listImports: (c) => storeOf(deps, c).read(async (tx) => c.json({ imports: (await listImports(tx)).map(entryView) }, 200)),
    undoImport: async (c) => {
      const import_id = idOf(c.req.valid('param').import_id);
      const answer = await once(deps, c, { import_id }, async (tx): Promise<Change<ReturnType<typeof entryView>> | NotUndone> => {
        const reply = await undoImportIn(tx, import_id);
        if (reply.outcome !== 'done') return reply;
        const entry = (await listImports(tx)).find((one) => one.import_id === import_id);
        return entry === undefined ? { outcome: 'not_found' } : { outcome: 'done', value: entryView(entry) };
      });
      if (isDone(answer)) return c.json(answer.value, 200);
      return refuse(c, UNDO_REFUSALS[answer.outcome], answer.outcome === 'problems' ? { problems: answer.problems } : {});
    },
  };
}

type NotUndone = Exclude<UndoReply, { readonly outcome: 'done' }>;

const UNDO_REFUSALS = {
  key_of_another_request: 'key_of_another_request', not_found: 'unknown_import', already_undone: 'already_undone', out_of_reach: 'not_allowed', answered_later: 'built_upon', part_of_registration: 'built_upon', problems: 'data_errors',
} as const satisfies Record<(NotUndone | NotDone)['outcome'], OutcomeCode>;

export async function filesOf(given: File | readonly File[]): Promise<UploadedFile[]> {
  const files = Array.isArray(given) ? (given as readonly File[]) : [given as File];
  return Promise.all(files.map(async (file) => ({ name: nameOfFile(file), bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** Whose an upload is. */
export function ownerOf(c: Context<ApiEnv>): { readonly region_id: number; readonly account: string } {
  const { region_id, account } = askerOf(c).actor;
  return { region_id, account };
}

function importOf(
  actor: Actor, { files, sha256 }: Upload, { dataset, problems }: Pick<DatasetImport, 'dataset' | 'problems'>,
  as_of: DatasetImport['as_of'], replace: readonly SheetName[],
): DatasetImport {
  return { actor, dataset, problems, as_of, replace, file: { name: files.map(({ name }) => name).join('; '), sha256 } };
}

/** Reads, imports, judges before and after, and lets it all go again: what the screen shows is what would be. */
async function preview(deps: Deps, c: Context<ApiEnv>, upload: Upload, query: Partial<AskedDay>, replace: readonly SheetName[] = []) {
  const read = await readUpload(upload);
  if (isRefusal(read)) return refuseFile(c, read);
  const place = await storeOf(deps, c).read((tx) => placeOf(tx));
  const day = dayOf(deps, place, query);
  const reply = await previewImport(deps.database, importOf(askerOf(c).actor, upload, read, day.on, replace), (tx) => ownRegion(tx, place, day));
  if (reply.outcome !== 'preview' && reply.outcome !== 'problems') return refuseImport(c, reply);
  const { problems } = reply;
  const of = (severity: string) => problems.filter((p) => p.severity === severity).length;
  const about = {
    upload_id: upload.id, files: upload.files.map(({ name }) => name),
    problems: worded(problems).slice(0, MOST_PROBLEMS), problem_count: { errors: of('error'), warnings: of('warning') },
  };
  if (reply.outcome === 'problems') {
    const none = judgedOutcomes(null);
    return c.json({ ...about, importable: false, sheets: [], before: none, after: none, campuses: [] }, 200);
  }
  const { before, after, counts } = reply;
  return c.json({
    ...about, importable: true, sheets: countsOf(counts), before: judgedOutcomes(before), after: judgedOutcomes(after),
    campuses: changedCampuses(before, after),
  }, 200);
}

/** Judged as it stands in this transaction, cut to what the asker may see. */
async function ownRegion(tx: Transaction, { pack }: Place, day: AskedDay) {
  const judged = await judgeRegion(tx, pack, day);
  return { ...judged, result: resultInReach(judged.result, await inReach(tx, knownOf(day))) };
}

export function refuseFile(c: Context<ApiEnv>, { file, message, advice }: Refusal) {
  return refuse(c, 'file_refused', { detail: { zh: `${file}：${message.zh}${advice.zh}`, en: `${file}: ${message.en} ${advice.en}` } });
}

type NotImported = Exclude<ImportReply, { readonly outcome: 'done' | 'unchanged' }>;

const IMPORT_REFUSALS = {
  problems: 'data_errors', other_region: 'other_region', replace_without_sheet: 'replace_without_sheet', no_region: 'no_region',
  key_of_another_request: 'key_of_another_request',
} as const satisfies Record<NotImported['outcome'], OutcomeCode>;

function refuseImport(c: Context<ApiEnv>, reply: NotImported) {
  return refuse(c, IMPORT_REFUSALS[reply.outcome], reply.outcome === 'problems' ? { problems: reply.problems } : {});
}

function countsOf(counts: CountsBySheet) {
  return Object.entries(counts).map(([sheet, { added, corrected, unchanged, ended }]) => ({ sheet, added, corrected, unchanged, ended }));
}

function totalOf(counts: CountsBySheet) {
  const total = { added: 0, corrected: 0, unchanged: 0, ended: 0 };
  for (const one of Object.values(counts)) {
    for (const key of ['added', 'corrected', 'unchanged', 'ended'] as const) total[key] += one[key];
  }
  return total;
}

function entryView({ import_id, recorded_at, recorded_by, file_name, counts, undone_at, undone_by }: ImportEntry) {
  return { import_id: String(import_id), at: recorded_at, by: recorded_by, files: file_name.split('; '), sheets: countsOf(counts), undone_at, undone_by };
}
