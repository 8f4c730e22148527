import { mayTouch } from '../core/access/reach.ts';
import type { NationalReport } from '../core/national/explanation.ts';
import { fieldOf } from '../core/national/fields.ts';
import type { FilledTable } from '../core/national/fill.ts';
import { layoutOn, NATIONAL_SYSTEMS, SYSTEM_HEADS, type NationalLayout, type NationalSystem } from '../core/national/layout.ts';
import { NATIONAL_LAYOUTS } from '../core/national/layouts.ts';
import { describeWrongColumn, withOwnColumns } from '../core/national/own-columns.ts';
import { gatherReport, reportersOf } from '../store/national/report.ts';
import { nationalWorkbook } from '../workbook/national-workbook.ts';
import type { NationalHandlers } from './app-national.ts';
import { XLSX } from './contract/files.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { refuse } from './refuse.ts';

/** Who lacks something, as far as the page shows it; the workbook names everybody. */
const MOST_SHOWN = 50;

export function nationalHandlers(deps: Deps): NationalHandlers {
  const layoutOf = (system: NationalSystem): NationalLayout => {
    const layout = layoutOn(NATIONAL_LAYOUTS, system, deps.today());
    if (layout === null) throw new Error(`no layout of ${system} holds`);
    return layout;
  };
  return {
    listNationalSystems: (c) => storeOf(deps, c).read(async (tx) => {
      const systems = [];
      for (const system of NATIONAL_SYSTEMS) {
        const { source, confirmed, copied_on, read_on } = layoutOf(system);
        const { name, clauses } = SYSTEM_HEADS[system];
        systems.push({ system, name, clauses, source, confirmed, copied_on, read_on, organisations: (await reportersOf(tx, system)).map((one) => ({ org_id: one.org_id, name: one.name })) });
      }
      return c.json({ systems }, 200);
    }),
    readNationalReport: async (c) => {
      const { system } = c.req.valid('param');
      const { organisation_id, on: given, cohort } = c.req.valid('query');
      const { reach } = askerOf(c).actor;
      const answer = await storeOf(deps, c).read(async (tx) => {
        const { on } = dayOf(deps, await placeOf(tx), given === undefined ? {} : { on: given });
        return { on, ...await gatherReport(tx, layoutOf(system), { organisation_id, on, cohort: cohort ?? null, purpose: null, keep: false }) };
      });
      if (answer.outcome !== 'done') return refuse(c, 'unknown_entry');
      const { tables } = answer.gathered;
      const ids = !holdsIds(tables) ? 'none' as const : mayTouch(reach, 'students', 'reveal', [`org:${organisation_id}`]) ? 'revealable' as const : 'masked' as const;
      return c.json({ system, organisation_id, on: answer.on, ids, tables: tables.map(tableView) }, 200);
    },
    downloadNationalReport: async (c) => {
      const { system } = c.req.valid('param');
      const { organisation_id, on: given, cohort, purpose, columns } = c.req.valid('json');
      const layout = columns === undefined ? layoutOf(system) : withOwnColumns(layoutOf(system), columns);
      if ('why' in layout) return refuse(c, 'bad_mapping', { detail: describeWrongColumn(layout) });
      const answer = await storeOf(deps, c).disclose(async (tx) => {
        const place = await placeOf(tx);
        const { on } = dayOf(deps, place, given === undefined ? {} : { on: given });
        const reported = await gatherReport(tx, layout, { organisation_id, on, cohort: cohort ?? null, purpose: purpose ?? null, keep: true });
        if (reported.outcome !== 'done') tx.discard();
        return { on, sample: place.region.sample, ...reported };
      });
      if (answer.outcome !== 'done') return refuse(c, answer.outcome);
      const { reporter, tables, masked } = answer.gathered;
      const report: NationalReport = { layout, organisation: reporter.name, on: answer.on, cohort: cohort ?? null, whole: holdsIds(tables) ? purpose !== undefined : null, masked: purpose === undefined ? 0 : masked, tables, sample: answer.sample };
      return attachment(c, `${SYSTEM_HEADS[system].name.zh} ${reporter.name} ${answer.on}.xlsx`, XLSX, await nationalWorkbook(report));
    },
  };
}

/** Whether a column of some table holds values that are kept sealed. */
export const holdsIds = (tables: readonly FilledTable[]): boolean => tables.some(({ table }) => table.rows === 'student');

function tableView({ table, count, empty, lacking }: FilledTable) {
  return {
    id: table.id, name: table.name, rows: count, lacking: lacking.length, first_lacking: lacking.slice(0, MOST_SHOWN).map((one) => ({ ...one, columns: [...one.columns] })),
    columns: table.columns.map(({ heading, required, field, blank, remark }, at) => ({ heading, required, field, label: field === null ? null : fieldOf(table.rows, field)?.label ?? null, blank, empty: empty[at] ?? 0, remark: remark ?? null })),
  };
}
