import type { Context } from 'hono';
import { KINDS, type Kind } from '../core/access/kinds.ts';
import type { Labels } from '../core/access/reach.ts';
import { check } from '../core/check/check.ts';
import { judgingOn } from '../core/check/judging.ts';
import { sheetNames, type Dataset, type Row, type SheetName } from '../core/exchange/sheets.ts';
import { csvLines } from '../core/exchange/write.ts';
import { loadDataset, loadExport } from '../store/region-rows.ts';
import { judgedSheets } from '../store/snapshot-content.ts';
import type { Transaction } from '../store/transaction.ts';
import { packArchive } from '../workbook/archive-writer.ts';
import { reportHtml } from '../workbook/report-html.ts';
import { reportOf, reportWorkbook } from '../workbook/report.ts';
import { templateWorkbook } from '../workbook/template.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { PAGE_POLICY } from './guard.ts';
import { inReach, resultInReach } from './in-reach.ts';
import { refuse } from './refuse.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';

type FileHandlers = Pick<Handlers, 'downloadTemplate' | 'downloadReportWorkbook' | 'downloadReportPage' | 'downloadExport'>;

const BYTE_ORDER_MARK = '\ufeff';

export function fileHandlers(deps: Deps): FileHandlers {
  return {
    downloadTemplate: async (c) => attachment(c, '贯通数据模板.xlsx', XLSX, await templateWorkbook()),
    downloadReportWorkbook: async (c) => {
      const report = await storeOf(deps, c).disclose((tx) => reportFor(deps, tx, c.req.valid('query')));
      if (report === null) return refuse(c, 'unknown_campus');
      return attachment(c, `办学条件达标表 ${report.day}.xlsx`, XLSX, await reportWorkbook(report));
    },
    downloadReportPage: async (c) => {
      const report = await storeOf(deps, c).disclose((tx) => reportFor(deps, tx, c.req.valid('query')));
      if (report === null) return refuse(c, 'unknown_campus');
      return c.body(reportHtml(report), 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY });
    },
    downloadExport: async (c) => {
      const dataset = await storeOf(deps, c).disclose(async (tx) => {
        const day = dayOf(deps, await placeOf(tx), c.req.valid('query'));
        const taken = await loadExport(toExport(tx), knownOf(day));
        await tx.audit({ action: 'data.export', object: 'registers', detail: { ...day, rows: rowsBySheet(taken) } });
        return taken;
      });
      const parts = sheetNames.flatMap((name) => {
        const rows = dataset[name];
        return rows === undefined ? [] : [{ name: `${name}.csv`, content: marked(csvLines(name, rows as Iterable<Row<SheetName>>)) }];
      });
      return attachment(c, '贯通数据.zip', 'application/zip', await packArchive(parts));
    },
  };
}

function rowsBySheet(dataset: Dataset): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(dataset).map(([name, rows]) => [name, rows.length]));
}

/** What may be taken out is less than what may be read. */
function toExport(tx: Transaction): Transaction {
  const { reach } = tx.actor;
  const out = KINDS.map((kind): [`${Kind}.read`, Labels] => [`${kind}.read`, reach.get(`${kind}.export`) ?? []]);
  return { ...tx, actor: { ...tx.actor, reach: new Map([...reach, ...out]) } };
}

function* marked(lines: Iterable<string>): Generator<string> {
  yield BYTE_ORDER_MARK;
  yield* lines;
}

/** The report of the region or of one campus (with its school and without the region's targets); null without that campus. */
async function reportFor(deps: Deps, tx: Transaction, query: Partial<AskedDay> & { readonly campus?: string | undefined }) {
  const place = await placeOf(tx, query);
  const day = dayOf(deps, place, query);
  const reach = await inReach(tx, knownOf(day));
  const dataset = await tx.whole((whole) => loadDataset(whole, knownOf(day), [...judgedSheets, 'organisations']));
  const result = resultInReach(check(dataset, [], judgingOn(place.pack, day.on)), reach);
  const { campus } = query;
  const campuses = result.campuses.filter(({ campus_id }) => campus_id === campus);
  if (campus !== undefined && campuses.length === 0) {
    tx.discard();
    return null;
  }
  await tx.audit({ action: 'report.export', object: campus === undefined ? 'region' : `campuses/${campus}`, detail: { ...day } });
  if (campus === undefined) return reportOf(dataset, result, place.pack);
  const schools = result.schools.filter(({ school_id }) => campuses.some((own) => own.school_id === school_id));
  return reportOf(dataset, { ...result, campuses, schools, targets: [] }, place.pack);
}

/** A file to be saved; the name may be Chinese. */
export function attachment(c: Context<ApiEnv>, name: string, type: string, bytes: Uint8Array): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type, 'content-length': String(bytes.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
