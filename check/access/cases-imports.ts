import { canariesIn } from './canary.ts';
import { namesNothing, newRow } from './cases-registers.ts';
import type { Ask } from './client.ts';
import { difference, done, kindOfSheet, mayWith, RELATIONS, refused, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { labelsOfUnit } from './ownership-oracle.ts';
import { holds, openTo } from './policy-oracle.ts';
import { UNIT_SHEETS } from './unit-rows.ts';
import { DAY, mappingCanary, person, type WorldImport } from './world.ts';

/** A file of one row. */
function fileOf(where: Where): FormData {
  const { cell: { sheet } } = where;
  const row = newRow(sheet, where);
  const form = new FormData();
  form.append('files', new File([`${Object.keys(row).join(',')}\r\n${Object.values(row).join(',')}\r\n`], `${sheet}.csv`, { type: 'text/csv' }));
  return form;
}

const fields = (text: string): Readonly<Record<string, unknown>> => JSON.parse(text) as Readonly<Record<string, unknown>>;

async function uploaded(where: Where, asking = where.cell.asking, path = '/api/imports/preview'): Promise<string> {
  const { text } = await where.client.ask(asking, { method: 'POST', path, form: fileOf(where) });
  return String(fields(text)['upload_id'] ?? 'refused');
}

/** Whether the row of the file may be written by the asker. */
const mayBring = ({ cell: { asking, sheet }, unit }: Where): boolean => mayWith(asking, kindOfSheet(sheet), 'w', labelsOfUnit(sheet, unit, 'new'));
const canStand = (where: Where): boolean => mayBring(where) && (where.cell.relation !== 'absent' || namesNothing(where.cell.sheet));

function previewed(where: Where): Expected {
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const { importable, problems } = fields(text) as { importable: boolean; problems: { code: string }[] };
      const wanted = canStand(where);
      return importable === wanted ? null : `importable is ${importable}: ${problems.map(({ code }) => code).join()}`;
    },
  });
}

/** Which of the world's imports a cell is about: one's own school's, its campus's, the office's, the other school's. */
function importOf({ world, cell: { asking: { side }, relation, state } }: Where): WorldImport | null {
  const other = side === 'a' ? 'b' : 'a';
  const by = { own: `school_registrar.${side}`, sibling: `campus_manager.${side}`, mixed: 'office.a', unrelated: `school_registrar.${other}`, absent: '', any: '' }[relation];
  return world.imports.find((one) => one.by.account === by && one.undone === (state === 'answered')) ?? null;
}

function undone(where: Where): Expected {
  const found = importOf(where);
  const { asking } = where.cell;
  if (found === null || !holds(openTo(asking, 'imports', 'w'), found.scopes)) return refused(404, 'unknown_import', { asAbsent: true });
  if (found.undone) return refused(409, 'already_undone');
  return mayWith(asking, 'conditions', 'w', found.labels) ? done(200, { keeps: true }) : refused(403, 'not_allowed');
}

const mapping = { file: 'rooms.csv', tab: '', sheet: 'rooms', heading_rows: [1, 1], columns: [], constants: {} };

/** The mappings that somebody is shown are those of makers whose reach for imports they share. */
function mappingsSeen({ world, cell: { asking } }: Where): Expected {
  const wanted = world.imports.filter(({ undone: back, scopes }) => !back && holds(openTo(asking, 'imports', 'r'), scopes)).map(({ by }) => mappingCanary(by.account));
  return done(200, { keeps: false, contents: ({ text }) => difference([...canariesIn(text)].filter((one) => one.includes('.mapping.')), wanted) });
}

function importsSeen({ world, cell: { asking } }: Where): Expected {
  const wanted = world.imports.filter(({ scopes }) => holds(openTo(asking, 'imports', 'r'), scopes)).map(({ import_id }) => import_id);
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const found = (fields(text) as { imports: { import_id: string; files: string[] }[] }).imports.filter(({ files }) => files[0] !== 'world.xlsx');
      return difference(found.map(({ import_id }) => import_id), wanted);
    },
  });
}

const post = (path: string, json: unknown): Ask => ({ method: 'POST', path, json });
const upload = { asks: ['imports', 'w'], relations: RELATIONS, sheets: UNIT_SHEETS, slow: true, says: (where: Where) => newRow(where.cell.sheet, where) } as const;
const kept = { keeps: true } as const;

/** One's own upload by its number; what somebody else uploaded is as if it were not there. */
async function mappedAsk(where: Where): Promise<Ask> {
  const row = newRow(where.cell.sheet, where);
  const upload_id = await uploaded(where, where.cell.asking, '/api/imports/inspect');
  const columns = Object.keys(row).map((column, position) => ({ position, column }));
  return post(`/api/imports/mapped?on=${DAY}`, { upload_id, mappings: [{ ...mapping, file: `${where.cell.sheet}.csv`, sheet: where.cell.sheet, columns }] });
}

export const importCases = {
  previewImport: { ...upload, ask: (where) => ({ method: 'POST', path: `/api/imports/preview?on=${DAY}`, form: fileOf(where) }), expected: previewed },
  inspectUpload: { ...upload, ask: (where) => ({ method: 'POST', path: '/api/imports/inspect', form: fileOf(where) }), expected: () => done(200, { keeps: false }) },
  previewMapped: { ...upload, ask: mappedAsk, expected: previewed },
  previewReplacing: {
    asks: ['imports', 'w'], relations: ['own', 'unrelated', 'absent'], sheets: ['land'], slow: true,
    // The upload of somebody else is no upload of one's own.
    ask: async (where) => post(`/api/imports/replacing?on=${DAY}`, {
      upload_id: where.cell.relation === 'absent' ? 'nothing' : await uploaded(where, where.cell.relation === 'own' ? where.cell.asking : person('office.granted')), replace: ['land'],
    }),
    expected: (where) => (where.cell.relation === 'own' || where.cell.asking.account === 'office.granted' && where.cell.relation !== 'absent'
      ? done(200, { keeps: false }) : refused(404, 'unknown_upload', { asAbsent: true })),
  },
  commitImport: {
    ...upload, ask: async (where) => post('/api/imports', { upload_id: await uploaded(where), on: DAY }),
    expected: (where) => (canStand(where) ? done(201, kept) : refused(422, 'data_errors')),
  },
  listImports: { asks: ['imports', 'r'], ask: () => ({ method: 'GET', path: '/api/imports' }), expected: importsSeen },
  undoImport: {
    asks: ['imports', 'w'], relations: RELATIONS, states: ['standing', 'answered'],
    ask: (where) => post(`/api/imports/${importOf(where)?.import_id ?? '999999'}/undo`, {}), expected: undone,
  },
  listMappings: { asks: ['imports', 'r'], ask: () => ({ method: 'GET', path: '/api/mappings' }), expected: mappingsSeen },
  rememberMapping: {
    asks: ['imports', 'w'], ask: () => ({ method: 'PUT', path: '/api/mappings', json: { organisation: 'school-a', mapping } }), expected: () => done(200, kept),
  },
} as const satisfies Record<string, RouteCase>;
