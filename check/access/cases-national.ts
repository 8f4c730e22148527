import type { NationalSystem } from '../../core/national/layout.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';
import { done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import type { KindName } from './policy-oracle.ts';
import { UNITS, type Unit } from './units.ts';
import { DAY, type WorldRecord } from './world.ts';

interface Asked {
  readonly system: NationalSystem;
  readonly by: (unit: Unit) => string;
  readonly kinds: readonly KindName[];
}

/** By the sheet of a cell: one system of each kind of records. */
const SYSTEMS: Partial<Readonly<Record<SheetName, Asked>>> = {
  students: { system: 'higher_roll', by: ({ college }) => college, kinds: ['students'] },
  internships: { system: 'internships', by: ({ school }) => school, kinds: ['students'] },
  staff: { system: 'college_state', by: ({ college }) => college, kinds: ['staff', 'conditions'] },
};
const sheets = Object.keys(SYSTEMS) as SheetName[];
const askedOf = ({ cell: { sheet }, unit }: Where) => {
  const { system, by, kinds } = SYSTEMS[sheet] as Asked;
  return { system, kinds, organisation_id: by(unit) };
};
const absent = refused(404, 'unknown_entry', { asAbsent: true });

const mayReport = (where: Where): boolean => {
  const { kinds, organisation_id } = askedOf(where);
  return where.cell.relation !== 'absent' && kinds.every((kind) => mayWith(where.cell.asking, kind, 'e', [`org:${organisation_id}`]));
};

const dayIn = (value: unknown): string => (value instanceof Date ? value.toLocaleDateString('sv') : String(value));
const holdsOn = ({ values }: WorldRecord): boolean => dayIn(values['valid_from']) <= DAY && (values['valid_to'] === null || dayIn(values['valid_to']) >= DAY);

/** How many of the college's students somebody may take out. */
function students({ world, cell: { asking }, unit }: Where): number {
  return world.records.filter((one) => one.sheet === 'students' && one.stands && one.unit !== null && one.unit !== 'zz' && UNITS[one.unit].college === unit.college && holdsOn(one)
    && mayWith(asking, 'students', 'e', one.labels) && mayWith(asking, 'students', 'r', one.labels)).length;
}

function read(where: Where): Expected {
  if (!mayReport(where)) return absent;
  if (where.cell.sheet !== 'students') return done(200, { keeps: false });
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const [found, wanted] = [(JSON.parse(text) as { tables: { rows: number }[] }).tables[0]?.rows, students(where)];
      return found === wanted ? null : `${found} rows instead of ${wanted}`;
    },
  });
}

/** With a purpose: whole ids are for whoever may reveal them. */
function taken(where: Where): Expected {
  if (!mayReport(where)) return absent;
  const { organisation_id } = askedOf(where);
  return where.cell.sheet !== 'students' || mayWith(where.cell.asking, 'students', 'v', [`org:${organisation_id}`]) ? done(200) : refused(403, 'not_allowed');
}

export const nationalCases = {
  listNationalSystems: {
    asks: ['any', 'e'], ask: () => ({ method: 'GET', path: '/api/national-systems' }),
    expected: ({ cell: { asking } }) => done(200, {
      keeps: false,
      contents: ({ text }) => {
        const found = (JSON.parse(text) as { systems: { system: string; organisations: { org_id: string }[] }[] }).systems.find(({ system }) => system === 'higher_roll')?.organisations.map(({ org_id }) => org_id) ?? [];
        const wrong = ['college-a', 'college-b'].filter((org) => found.includes(org) !== mayWith(asking, 'students', 'e', [`org:${org}`]));
        return wrong.length === 0 ? null : `wrongly told of ${wrong.join(', ')}`;
      },
    }),
  },
  readNationalReport: {
    asks: ['any', 'e'], relations: RELATIONS, sheets, expected: read,
    ask: (where) => {
      const { system, organisation_id } = askedOf(where);
      return { method: 'GET', path: `/api/national-systems/${system}?organisation_id=${encodeURIComponent(organisation_id)}&on=${DAY}` };
    },
  },
  downloadNationalReport: {
    asks: ['any', 'e'], relations: RELATIONS, sheets, slow: true, expected: taken,
    ask: (where) => {
      const { system, organisation_id } = askedOf(where);
      return { method: 'POST', path: `/api/national-systems/${system}/workbook`, json: { organisation_id, on: DAY, ...(where.cell.sheet === 'students' && { purpose: '上报学籍' }) } };
    },
  },
} as const satisfies Record<string, RouteCase>;
