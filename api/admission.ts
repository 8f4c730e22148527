import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { judgeAdmission } from '../core/admission/judge-admission.ts';
import { DUPLICATE_REFUSALS } from '../core/admission/duplicates.ts';
import { admissionRules } from '../core/admission/rules.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import type { UploadReading } from '../core/exchange/upload-reader.ts';
import { choiceOf } from '../core/facts/rules.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { listAdmissions, type ShownAdmission } from '../store/admission/admission-list.ts';
import { admissionYear } from '../store/admission/admission-year.ts';
import { decideDuplicate, listDuplicates, type Duplicate, type DuplicateDecided } from '../store/admission/duplicates.ts';
import { importAdmissions, type AdmissionCounts, type AdmissionsImported } from '../store/admission/import-admissions.ts';
import type { Transaction } from '../store/transaction.ts';
import { listTemplate } from '../workbook/list-template.ts';
import { isRefusal, type Refusal } from '../workbook/refusal.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import type { listAdmissions as listRoute, listDuplicates as duplicatesRoute } from './contract/admission.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { filesOf, ownerOf, refuseFile } from './imports.ts';
import { isDone, once, type Change } from './once.ts';
import { readList } from './read-list.ts';
import { MOST_PROBLEMS, refuse, worded } from './refuse.ts';
import { idOf } from './registers.ts';
import type { Upload } from './uploads.ts';

type AdmissionHandlers = Pick<Handlers,
  'downloadAdmissionTemplate' | 'previewAdmissions' | 'commitAdmissions' | 'readAdmissionYear' | 'listAdmissions' | 'listDuplicates' | 'decideDuplicate'>;
type AdmissionView = z.infer<(typeof listRoute.responses)[200]['content']['application/json']['schema']>['admissions'][number];
type PairView = z.infer<(typeof duplicatesRoute.responses)[200]['content']['application/json']['schema']>['pairs'][number];

const MOST_PAIRS = 100;

export function admissionHandlers(deps: Deps): AdmissionHandlers {
  return {
    downloadAdmissionTemplate: async (c) => attachment(c, '录取名单模板.xlsx', XLSX, await listTemplate('admissions')),
    previewAdmissions: async (c) => {
      const files = await filesOf(c.req.valid('form').files);
      const upload = deps.uploads.keep({ ...ownerOf(c), files, mappings: null });
      const read = await readAdmissions(deps, c, upload);
      if (isRefusal(read)) return refuseFile(c, read);
      const answer = await storeOf(deps, c).write(async (tx) => {
        tx.discard();
        const reply = await importAdmissions(tx, fileOf(upload, read));
        const pairs = reply.outcome === 'done' ? (await listDuplicates(tx, {})).filter(({ open }) => open).slice(0, MOST_PAIRS) : [];
        return { reply, pairs };
      });
      if (answer.reply.outcome === 'no_region') return refuse(c, 'no_region');
      const { problems } = answer.reply;
      const of = (severity: string): number => problems.filter((one) => one.severity === severity).length;
      return c.json({
        upload_id: upload.id, file: files.map(({ name }) => name).join('; '), importable: answer.reply.outcome !== 'problems', problems: worded(problems).slice(0, MOST_PROBLEMS),
        problem_count: { errors: of('error'), warnings: of('warning') }, counts: 'counts' in answer.reply ? answer.reply.counts : null, pairs: answer.pairs.map(pairView),
      }, 200);
    },
    commitAdmissions: async (c) => {
      const { upload_id } = c.req.valid('json');
      const upload = deps.uploads.find(upload_id, askerOf(c).actor);
      if (upload === null) return refuse(c, 'unknown_upload');
      const read = await readAdmissions(deps, c, upload);
      if (isRefusal(read)) return refuseFile(c, read);
      const answer = await once(deps, c, { admissions: upload.sha256 }, async (tx): Promise<Change<AdmissionCounts> | NotImported> => {
        const reply = await importAdmissions(tx, fileOf(upload, read));
        if (reply.outcome === 'unchanged') tx.discard();
        return 'counts' in reply ? { outcome: 'done', value: reply.counts } : reply;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'problems' ? refuse(c, 'data_errors', { problems: answer.problems }) : refuse(c, answer.outcome);
    },
    readAdmissionYear: (c) => storeOf(deps, c).read(async (tx) => {
      const { year } = c.req.valid('param');
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const programmes = await admissionYear(tx, year, on);
      return c.json({
        year, on, no_show_days: admissionRules(parametersOn(place.pack.parameters, on)).no_show_days,
        programmes: programmes.map(({ quota, ...one }) => ({ ...one, quota: quota === null ? null : { ...quota, matter_id: String(quota.matter_id) } })),
      }, 200);
    }),
    listAdmissions: (c) => storeOf(deps, c).read(async (tx) => {
      const { year, school, programme, state, text, page, per_page } = c.req.valid('query');
      const { total, admissions } = await listAdmissions(tx, { year, school_id: school, programme_id: programme, state, text, page, per_page });
      return c.json({ total, admissions: admissions.map(admissionView) }, 200);
    }),
    listDuplicates: (c) => storeOf(deps, c).read(async (tx) => c.json({ pairs: (await listDuplicates(tx, { year: c.req.valid('query').year })).map(pairView) }, 200)),
    decideDuplicate: async (c) => {
      const duplicate_id = idOf(c.req.valid('param').duplicate_id);
      const { verdict, stands, reason } = c.req.valid('json');
      const answer = await once(deps, c, { duplicate_id, verdict, stands: stands ?? null, reason }, async (tx): Promise<Change<PairView> | NotDecided> => {
        const decided = await decideDuplicate(tx, duplicate_id, { verdict, stands: stands ?? null, reason }, await decidingOn(deps, tx));
        const [pair] = decided.outcome === 'done' ? await listDuplicates(tx, { duplicate_id }) : [];
        if (decided.outcome !== 'done') return decided;
        return pair === undefined ? { outcome: 'unknown_duplicate' } : { outcome: 'done', value: pairView(pair) };
      });
      if (isDone(answer)) return c.json(answer.value, 200);
      return answer.outcome === 'refused' ? refuse(c, 'duplicate_refused', { detail: withClause(DUPLICATE_REFUSALS[answer.why]) }) : refuse(c, NOT_DECIDED[answer.outcome]);
    },
  };
}

type NotImported = Exclude<AdmissionsImported, { readonly outcome: 'done' | 'unchanged' }>;
type NotDecided = Exclude<DuplicateDecided, { readonly outcome: 'done' }>;

const NOT_DECIDED = {
  unknown_duplicate: 'unknown_duplicate', not_allowed: 'not_allowed', decided_already: 'decided_already', changed_meanwhile: 'changed_meanwhile', key_of_another_request: 'key_of_another_request',
} as const;

/** The list of an upload, judged by the values of law of the region's day. */
async function readAdmissions(deps: Deps, c: Context<ApiEnv>, { files }: Upload): Promise<UploadReading<'admissions'> | Refusal> {
  const rules = await storeOf(deps, c).read(async (tx) => {
    const place = await placeOf(tx);
    return admissionRules(parametersOn(place.pack.parameters, dayOf(deps, place, {}).on));
  });
  const [file] = files;
  if (file === undefined) throw new Error('an upload without a file');
  return readList('admissions', file, judgeAdmission(rules));
}

function fileOf({ files, sha256 }: Upload, { rows, problems }: UploadReading<'admissions'>) {
  return { rows: hasErrors(problems) ? [] : rows, problems, file: { name: files.map(({ name }) => name).join('; '), sha256 } };
}

async function decidingOn(deps: Deps, tx: Transaction) {
  const place = await placeOf(tx);
  const { on } = dayOf(deps, place, {});
  const inForce = parametersOn(place.pack.parameters, on);
  return { leavers_return: inForce.has('roll.leavers_return') && choiceOf(inForce, 'roll.leavers_return') === 'true', today: on };
}

export function withClause({ zh, en, clause }: { readonly zh: string; readonly en: string; readonly clause: string }) {
  return { zh: `${zh}（${clause}）。`, en: `${en} (${clause}).` };
}

function admissionView({ admission_id, scopes: _, recorded_at: __, recorded_by: ___, version: ____, guardian_relation: _____, ...rest }: ShownAdmission): AdmissionView {
  return { ...rest, admission_id: String(admission_id) };
}

function pairView({ duplicate_id, by_id, open, sides, decision }: Duplicate): PairView {
  return { duplicate_id: String(duplicate_id), by_id, open, sides, decision };
}
