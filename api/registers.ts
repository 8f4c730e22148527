import type { Context } from 'hono';
import { REGISTER_KINDS } from '../core/access/kinds.ts';
import type { Reach } from '../core/access/reach.ts';
import { sheets, type SheetName } from '../core/exchange/sheets.ts';
import { addRecord, correctRecord, endRecord, type RecordChange } from '../store/register-changes.ts';
import { countRegisters, historyOf, listRecords, type ListRecords, type StoredRecord } from '../store/registers.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { keptAnswers } from './kept-verdicts.ts';
import { isDone, once, type Change, type NotDone } from './once.ts';
import type { OutcomeCode } from './outcomes.ts';
import { recordView } from './record-view.ts';
import { refuse, type Particulars } from './refuse.ts';

type RegisterHandlers = Pick<Handlers, 'listRegisters' | 'listRecords' | 'addRecord' | 'correctRecord' | 'endRecord' | 'readHistory'>;
type View = ReturnType<typeof recordView>;

const MOST_COUNTS = 200;
const counted = keptAnswers<Awaited<ReturnType<typeof countRegisters>>>(MOST_COUNTS);

/** What somebody may read of the registers, as text. */
function readingOf(reach: Reach): string {
  return JSON.stringify(REGISTER_KINDS.map((kind) => reach.get(`${kind}.read`) ?? []));
}

export function registerHandlers(deps: Deps): RegisterHandlers {
  return {
    listRegisters: (c) => storeOf(deps, c).read(async (tx) => {
      const { known_on } = c.req.valid('query');
      const counts = await counted.get(tx, [known_on ?? '', readingOf(tx.actor.reach)], () => countRegisters(tx, known_on));
      return c.json({ registers: counts.map(({ sheet, records, last_recorded_at }) => ({ sheet, records, last_reported_at: last_recorded_at })) }, 200);
    }),
    listRecords: (c) => storeOf(deps, c).read(async (tx) => {
      const { sheet } = c.req.valid('param');
      const query = c.req.valid('query');
      const where = whereOf(sheet, query.where);
      const unknownSort = query.sort !== undefined && !(query.sort in sheets[sheet].columns);
      if (where === null || unknownSort) return refuse(c, 'unknown_column');
      const asked: ListRecords = {
        where,
        offset: (query.page - 1) * query.per_page, limit: query.per_page,
        ...(query.filter !== undefined && { text: query.filter }),
        ...(query.sort !== undefined && { sort: { column: query.sort, direction: query.order } }),
        // A register shows everything that stands; only a day that is asked for narrows it.
        ...(query.on !== undefined && { on: query.on }),
        ...(query.known_on !== undefined && { known_on: query.known_on }),
      };
      const { total, records } = await listRecords(tx, sheet, asked);
      const { page, per_page } = query;
      return c.json({ sheet, total, page, per_page, records: records.map((record) => recordView(sheet, record)) }, 200);
    }),
    addRecord: async (c) => {
      const { sheet } = c.req.valid('param');
      const { values } = c.req.valid('json');
      const answer = await once(deps, c, values, async (tx) => changeOf(sheet, await addRecord(tx, sheet, values)));
      return isDone(answer) ? c.json(answer.value, 201) : notChanged(c, answer);
    },
    correctRecord: async (c) => {
      const { sheet, record_id } = c.req.valid('param');
      const { values, reason = null } = c.req.valid('json');
      const answer = await once(deps, c, { values, reason }, async (tx) => changeOf(sheet, await correctRecord(tx, sheet, idOf(record_id), values, reason)));
      return isDone(answer) ? c.json(answer.value, 200) : notChanged(c, answer);
    },
    endRecord: async (c) => {
      const { sheet, record_id } = c.req.valid('param');
      const { on, reason = null } = c.req.valid('json');
      const answer = await once(deps, c, { on, reason }, async (tx) => changeOf(sheet, await endRecord(tx, sheet, idOf(record_id), on, reason)));
      return isDone(answer) ? c.json(answer.value, 200) : notChanged(c, answer);
    },
    readHistory: (c) => storeOf(deps, c).read(async (tx) => {
      const { sheet, record_id } = c.req.valid('param');
      const records: readonly StoredRecord[] = await historyOf(tx, sheet, idOf(record_id));
      if (records.length === 0) return refuse(c, 'unknown_record');
      return c.json({ sheet, entries: records.map((r) => ({ ...recordView(sheet, r), act: r.act, reason: r.reason })) }, 200);
    }),
  };
}

/** Record ids are whole numbers; anything else names no record. */
export function idOf(text: string): number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
}

/** `campus_id=C1` as a condition; null when there is no such column. */
function whereOf(sheet: SheetName, where: string | undefined): NonNullable<ListRecords['where']> | null {
  if (where === undefined || where === '') return {};
  const at = where.indexOf('=');
  const column = where.slice(0, at);
  return at > 0 && column in sheets[sheet].columns ? { [column]: [where.slice(at + 1)] } : null;
}

type NotChanged = Exclude<RecordChange<SheetName>, { readonly outcome: 'done' | 'unchanged' }>;

/** The same values again are no change and no fault: the record that stands is the answer. */
function changeOf(sheet: SheetName, change: RecordChange<SheetName>): Change<View> | NotChanged {
  return change.outcome === 'done' || change.outcome === 'unchanged'
    ? { outcome: 'done', value: recordView(sheet, change.record) } : change;
}

const REFUSALS = {
  problems: 'data_errors', exists: 'record_exists', superseded: 'changed_meanwhile', not_found: 'unknown_record', no_region: 'no_region',
  key_of_another_request: 'key_of_another_request',
} as const satisfies Record<(NotChanged | NotDone)['outcome'], OutcomeCode>;

function notChanged(c: Context<ApiEnv>, answer: NotChanged | NotDone) {
  const particulars: Particulars = answer.outcome === 'problems' ? { problems: answer.problems } : {};
  return refuse(c, REFUSALS[answer.outcome], particulars);
}
