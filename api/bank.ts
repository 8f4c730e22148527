import { LINE_REFUSALS, QUEUE_REASONS } from '../core/bank/reasons.ts';
import { yuanText } from '../core/values/fen.ts';
import { daysBetween, type PlainDate } from '../core/values/plain-date.ts';
import { listLines, referencesOf, type LineAct, type LineSource, type StoredLine } from '../store/bank/bank-line.ts';
import { decideLine } from '../store/bank/decide-line.ts';
import { takeFile, type FileTaken, type RowTaken } from '../store/bank/take-file.ts';
import { listTemplate } from '../workbook/list-template.ts';
import { isRefusal } from '../workbook/refusal.ts';
import { withClause } from './admission.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { filesOf, ownerOf, refuseFile } from './imports.ts';
import { isDone, once } from './once.ts';
import { readList } from './read-list.ts';
import { refuse, worded } from './refuse.ts';
import { idOf } from './registers.ts';
import type { Upload } from './uploads.ts';

type BankHandlers = Pick<Handlers, 'previewBankFile' | 'takeBankFile' | 'downloadBankTemplate' | 'listBankLines' | 'decideBankLine'>;
type Done = Extract<FileTaken, { readonly outcome: 'done' }>;

const LISTS = { bank: { sheet: 'bank_lines', name: '银行流水模板.xlsx' }, treasury: { sheet: 'fiscal_receipts', name: '财政电子票据清单模板.xlsx' } } as const;
const WAITING: readonly LineAct[] = ['queue', 'hold'];

/** R4-b: what the bank and the treasury say came in. */
export function bankHandlers(deps: Deps): BankHandlers {
  return {
    downloadBankTemplate: async (c) => {
      const { sheet, name } = LISTS[c.req.valid('query').source];
      return attachment(c, name, XLSX, await listTemplate(sheet));
    },
    previewBankFile: async (c) => {
      const { files: given, college_id, source } = c.req.valid('form');
      if (!keepsMoneyOf(c, college_id)) return refuse(c, 'unknown_entry');
      const upload = deps.uploads.keep({ ...ownerOf(c), files: await filesOf(given), mappings: null });
      const read = await readMoney(upload, source);
      if (isRefusal(read)) return refuseFile(c, read);
      const answer = await storeOf(deps, c).write(async (tx) => {
        tx.discard();
        return takeFile(tx, { college_id, source, ...read, file: nameOf(upload) }, dayOf(deps, await placeOf(tx), {}).on);
      });
      return answer.outcome === 'done' ? c.json(fileView(upload, source, answer), 200) : refuse(c, 'unknown_entry');
    },
    takeBankFile: async (c) => {
      const { upload_id, college_id, source } = c.req.valid('json');
      const upload = deps.uploads.find(upload_id, askerOf(c).actor);
      if (upload === null) return refuse(c, 'unknown_upload');
      if (!keepsMoneyOf(c, college_id)) return refuse(c, 'unknown_entry');
      const read = await readMoney(upload, source);
      if (isRefusal(read)) return refuseFile(c, read);
      const answer = await once(deps, c, { file: upload.sha256, college_id, source }, async (tx) => {
        const taken = await takeFile(tx, { college_id, source, ...read, file: nameOf(upload) }, dayOf(deps, await placeOf(tx), {}).on);
        return taken.outcome === 'done' ? { outcome: 'done' as const, value: fileView(upload, source, taken) } : taken;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'not_your_college' ? refuse(c, 'unknown_entry') : refuse(c, answer.outcome);
    },
    listBankLines: (c) => storeOf(deps, c).read(async (tx) => {
      const { college_id, state, page, per_page } = c.req.valid('query');
      const { on } = dayOf(deps, await placeOf(tx), {});
      const { total, lines } = await listLines(tx, college_id, state === 'waiting' ? WAITING : [state], { limit: per_page, offset: (page - 1) * per_page });
      const decides = keepsMoneyOf(c, college_id);
      const names = await referencesOf(tx, lines.flatMap(({ same_as }) => same_as ?? []));
      return c.json({ on, total, lines: lines.map((line) => lineView(line, { on, decides, same_as: line.same_as === null ? null : names.get(line.same_as) ?? null })) }, 200);
    }),
    decideBankLine: (c) => decide(deps, c),
  };
}

async function decide(deps: Deps, c: Parameters<Handlers['decideBankLine']>[0]) {
  const decision = { line_id: idOf(c.req.valid('param').line_id), ...c.req.valid('json') };
  const answer = await once(deps, c, decision, async (tx) => {
    const decided = await decideLine(tx, decision, dayOf(deps, await placeOf(tx), {}).on);
    return decided.outcome === 'done' ? { outcome: 'done' as const, value: { line_id: String(decided.line_id) } } : decided;
  });
  if (isDone(answer)) return c.json(answer.value, 201);
  if (answer.outcome === 'line_refused') return refuse(c, 'line_refused', { detail: withClause(QUEUE_REASONS[answer.why]) });
  return refuse(c, answer.outcome === 'unknown_line' ? 'unknown_bank_line' : answer.outcome);
}

/** Files of the bank are the business of the college's finance, whoever else may write of fees. */
function keepsMoneyOf(c: Parameters<typeof askerOf>[0], college_id: string): boolean {
  return askerOf(c).holder.roles.some(({ role, org_id }) => role === 'college_finance' && org_id === college_id);
}

async function readMoney({ files }: Upload, source: LineSource) {
  const [file] = files;
  if (file === undefined) throw new Error('an upload without a file');
  // Both lists have the same columns and only call them otherwise.
  return readList(LISTS[source].sheet, file);
}

const nameOf = ({ files, sha256 }: Upload) => ({ name: files.map(({ name }) => name).join('; '), sha256 });

const reasonOf = (name: string, { clause, zh, en }: { readonly clause: string; readonly zh: string; readonly en: string }) => ({ name, clause, text: { zh, en } });

function fileView(upload: Upload, source: LineSource, { rows, problems, matched, queued, refused }: Done) {
  return { file: nameOf(upload).name, upload_id: upload.id, source, rows: rows.map(rowView), problems: worded(problems), matched_yuan: yuanText(matched), queued, refused };
}

function rowView(taken: RowTaken) {
  const { row, reference, student_id, name, fen, outcome } = taken;
  return {
    row, reference, student_id, name, amount_yuan: fen === null ? null : yuanText(fen), outcome, parts: taken.outcome === 'match' ? taken.parts.map(({ kind, fen: part }) => ({ kind, amount_yuan: yuanText(part) })) : [],
    why: taken.outcome === 'queue' ? reasonOf(taken.why, QUEUE_REASONS[taken.why]) : taken.outcome === 'refused' ? reasonOf(taken.why, LINE_REFUSALS[taken.why]) : null,
  };
}

function lineView(line: StoredLine, { on, decides, same_as }: { readonly on: PlainDate; readonly decides: boolean; readonly same_as: string | null }) {
  const { line_id, fen, act, why, file_name, college_id: _, entry_no: __, recorded_by: ___, ...rest } = line;
  return {
    ...rest, line_id: String(line_id), amount_yuan: yuanText(fen), file: file_name, state: act, why: why === null ? null : reasonOf(why, QUEUE_REASONS[why]), same_as,
    age: daysBetween(line.on_date, on), may_decide: decides && WAITING.includes(act),
  };
}
