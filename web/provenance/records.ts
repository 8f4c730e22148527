import { sheets, type SheetName } from '../../core/exchange/sheets.ts';
import { ask, client } from '../client.ts';
import type { EvidenceRows } from '../components/ProvenancePanel/provenance-view.ts';
import type { EvidenceAnswer, EvidenceRecord } from './answers.ts';
import { dayOf, inPath, type Asked } from './asked.ts';
import { columnsOf, headsOf, rowOf } from './sheet-table.ts';

/** Whose verdict the records stand behind. */
export type Subject =
  | { readonly of: 'campus'; readonly id: string }
  | { readonly of: 'school'; readonly id: string }
  | { readonly of: 'target'; readonly part: string | null };

const PER_PAGE = 50;
const MOST_AT_ONCE = 1000;

/**
 * The records behind a verdict, sheet by sheet, the first page of each. What a composite rests on is not in its
 * own evidence (null): the server says which sheets those are.
 */
export async function evidenceTables(asked: Asked, subject: Subject, standard: string, evidence: readonly { readonly sheet: string }[] | null): Promise<EvidenceRows[]> {
  const all = evidence ?? (await evidencePage(asked, subject, standard, null, 1)).rows;
  const names = [...new Set(all.map((e) => e.sheet))] as SheetName[];
  const totals = subject.of === 'school';
  return Promise.all(names.map((sheet) => pagedTable(asked, sheet, totals, (page) => evidencePage(asked, subject, standard, sheet, page))));
}

function evidencePage(asked: Asked, subject: Subject, standard: string, sheet: SheetName | null, page: number): Promise<EvidenceAnswer> {
  const query = { ...dayOf(asked), page, ...(sheet === null ? { per_page: MOST_AT_ONCE } : { sheet, per_page: PER_PAGE }) };
  switch (subject.of) {
    case 'campus':
      return ask(client.api.campuses[':campus_id'].standards[':standard'].evidence.$get({ param: { campus_id: inPath(subject.id), standard }, query }));
    case 'school':
      return ask(client.api.schools[':school_id'].standards[':standard'].evidence.$get({ param: { school_id: inPath(subject.id), standard }, query }));
    case 'target':
      return ask(client.api.targets[':target'].evidence.$get({ param: { target: standard }, query: { ...query, ...(subject.part !== null && { part: subject.part }) } }));
  }
}

/** Records of a register whose column holds a value, a page at a time; a filter that says less is narrowed here. */
export async function registerTable(asked: Asked, sheet: SheetName, where: string | null, keep?: (record: EvidenceRecord) => boolean): Promise<EvidenceRows> {
  if (keep === undefined) return pagedTable(asked, sheet, false, (page) => registerPage(asked, sheet, where, page, PER_PAGE));
  const columns = columnsOf(sheet);
  const { rows } = await registerPage(asked, sheet, where, 1, MOST_AT_ONCE);
  const kept = rows.filter(keep).map((record) => rowOf(record, columns, asked.language));
  return { sheet: sheets[sheet].label[asked.language], columns: headsOf(columns, asked.language), rows: kept, total: kept.length };
}

async function registerPage(asked: Asked, sheet: SheetName, where: string | null, page: number, per_page: number): Promise<EvidenceAnswer> {
  const query = { ...dayOf(asked), page, per_page, ...(where !== null && { where }) };
  const answer = await ask(client.api.registers[':sheet'].$get({ param: { sheet }, query }));
  return { ...answer, rows: answer.records.map((record) => ({ ...record, sheet })) };
}

export async function pagedTable(asked: Asked, sheet: SheetName, totals: boolean, fetchPage: (page: number) => Promise<EvidenceAnswer>): Promise<EvidenceRows> {
  const columns = columnsOf(sheet, totals);
  const read = (answer: EvidenceAnswer) => answer.rows.map((record) => rowOf(record, columns, asked.language));
  const first = await fetchPage(1);
  return {
    sheet: sheets[sheet].label[asked.language],
    columns: headsOf(columns, asked.language),
    rows: read(first),
    total: first.total,
    // Pages are whole: what is listed says which comes next.
    more: async (listed) => read(await fetchPage(Math.floor(listed / PER_PAGE) + 1)),
  };
}
