import { proposeMapping, type MappingProposal, type ShownRow } from '../core/exchange/mapping.ts';
import { cellText } from '../core/exchange/raw-cell.ts';
import { sheetNames, sheets, type SheetName } from '../core/exchange/sheets.ts';
import { listMappings, rememberMapping, type ColumnMapping } from '../store/column-mappings.ts';
import type { Handlers } from './app.ts';
import { sheetMapping } from './contract/imports.ts';
import { storeOf, type Deps } from './deps.ts';
import { filesOf, ownerOf, refuseFile } from './imports.ts';
import { isDone, once, type Change } from './once.ts';
import { readTabs, type Tab } from './read-upload.ts';
import { refuse } from './refuse.ts';

/** The screen shows this much of a tab; a heading stands within it. */
const FIRST_ROWS = 40;
const MOST_PROPOSALS = 5;

type MappingHandlers = Pick<Handlers, 'inspectUpload' | 'listMappings' | 'rememberMapping'>;

export function mappingHandlers(deps: Deps): MappingHandlers {
  return {
    inspectUpload: async (c) => {
      const files = await filesOf(c.req.valid('form').files);
      const tabs: (Tab & { rows: number; readonly first: ShownRow[] })[] = [];
      const refused = await readTabs(files, (tab) => {
        const seen = { ...tab, rows: 0, first: [] as ShownRow[] };
        tabs.push(seen);
        return (row, cells) => {
          seen.rows += 1;
          if (seen.first.length < FIRST_ROWS) seen.first.push({ row, cells });
        };
      });
      if (refused !== null) return refuseFile(c, refused);
      const { organisation } = c.req.valid('query');
      const remembered = organisation === undefined ? [] : await storeOf(deps, c).read((tx) => listMappings(tx, organisation));
      const upload = deps.uploads.keep({ ...ownerOf(c), files, mappings: null });
      return c.json({ upload_id: upload.id, tabs: tabs.map((tab) => ({ ...tab, first: tab.first.map(shownRow), proposals: proposals(tab.first, remembered) })) }, 200);
    },
    listMappings: (c) => storeOf(deps, c).read(async (tx) => {
      const found = await listMappings(tx, c.req.valid('query').organisation ?? null);
      return c.json({ mappings: found.flatMap(mappingView) }, 200);
    }),
    rememberMapping: async (c) => {
      const { organisation, mapping } = c.req.valid('json');
      const answer = await once(deps, c, { organisation, mapping }, async (tx): Promise<Change<ColumnMapping> | { outcome: 'no_region' }> => {
        const kept = await rememberMapping(tx, organisation, mapping.sheet, mapping);
        return kept === null ? { outcome: 'no_region' } : { outcome: 'done', value: kept };
      });
      if (!isDone(answer)) return refuse(c, answer.outcome);
      const { recorded_at, recorded_by } = answer.value;
      return c.json({ organisation, mapping, at: recorded_at, by: recorded_by }, 200);
    },
  };
}

function shownRow({ row, cells }: ShownRow) {
  return { row, cells: cells.map((cell) => cellText(cell)) };
}

/** A mapping that was written by another version and no longer fits is left out. */
function mappingView({ organisation, mapping, recorded_at, recorded_by }: ColumnMapping) {
  const read = sheetMapping.safeParse(mapping);
  return read.success ? [{ organisation, mapping: read.data, at: recorded_at, by: recorded_by }] : [];
}

/** What was agreed before comes first, where the headings still read the same; then the best fits. */
function proposals(first: readonly ShownRow[], remembered: readonly ColumnMapping[]) {
  const proposed = sheetNames
    .flatMap((name) => proposeMapping(first, sheets[name]) ?? [])
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_PROPOSALS)
    .map((one) => ({ ...view(one), origin: 'proposed' as const }));
  const kept = remembered.flatMap(mappingView).flatMap(({ mapping }) => {
    const now = proposeMapping(first, sheets[mapping.sheet]);
    if (now === null || now.heading_rows[0] !== mapping.heading_rows[0] || now.heading_rows[1] !== mapping.heading_rows[1]) return [];
    const agreed = new Map(mapping.columns.map(({ position, column }) => [position, column]));
    if ([...agreed.keys()].some((position) => !now.columns.some((c) => c.position === position))) return [];
    const columns = now.columns.map((c) => ({ ...c, column: agreed.get(c.position) ?? null, sure: true }));
    const missing = now.missing.filter((name) => !columns.some((c) => c.column === name) && !(name in mapping.constants));
    return [{ ...view({ ...now, columns, missing }), origin: 'remembered' as const }];
  });
  return [...kept, ...proposed];
}

function view({ sheet, heading_rows, columns, missing }: MappingProposal) {
  return { sheet: sheet as SheetName, heading_rows: [heading_rows[0], heading_rows[1]] as [number, number], columns, missing };
}
