import { conductChecklist } from '../../core/supervision/checklist.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import type { WorldVisit } from './world-supervision.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const ABSENT = '999999999';
const unknown = refused(404, 'unknown_visit', { asAbsent: true });
const seen = { on: '2025-10-30', visitors: '张三', note: '' };
const answers = (lines: readonly string[]) => lines.map((line) => ({ line, answer: 'met', remark: '', severity: null }));

const of = ({ world, unit }: Where): WorldVisit | undefined => world.visits.find(({ college, school }) => college === unit.college && school === unit.school);
const at = (where: Where, what = ''): string => `/api/supervision/${of(where)?.visit_id ?? ABSENT}${what}`;

/** What comes back to whoever reads the visit; to anybody else there is none. */
function within(where: Where, then: () => Expected): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'supervision', 'r', found.labels) ? then() : unknown;
}

/** A college visits the schools of its own programmes, and nobody else does. */
const byCollege = ({ cell: { asking, relation }, unit }: Where): boolean => relation !== 'absent' && mayWith(asking, 'supervision', 'w', [`org:${unit.college}`]);

function listed({ world, cell: { asking } }: Where): Expected {
  const wanted = world.visits.filter(({ labels }) => mayWith(asking, 'supervision', 'r', labels)).map(({ visit_id }) => visit_id);
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { visits: { visit_id: string }[] }).visits.map(({ visit_id }) => visit_id), wanted) });
}

export const supervisionCases = {
  listVisits: { asks: ['supervision', 'r'], ask: () => get('/api/supervision'), expected: listed },
  readVisit: { asks: ['supervision', 'r'], relations: RELATIONS, ask: (where) => get(at(where)), expected: (where) => within(where, () => done(200, { keeps: false })) },
  readChecklist: {
    asks: ['supervision', 'w'], relations: RELATIONS, ask: ({ unit }) => get(`/api/supervision-checklist?kind=conduct&college_id=${unit.college}&school_id=${unit.school}&on=2025-10-30`),
    expected: (where) => (byCollege(where) ? done(200, { keeps: false }) : refused(404, 'unknown_school')),
  },
  recordVisit: {
    asks: ['supervision', 'w'], relations: RELATIONS,
    ask: ({ unit }) => post('/api/supervision', { kind: 'conduct', college_id: unit.college, school_id: unit.school, ...seen, lines: answers(conductChecklist(DEFAULT_PACK).map(({ line }) => line)) }),
    expected: (where) => (byCollege(where) ? done(201, { keeps: true }) : refused(422, 'visit_refused')),
  },
  correctVisit: {
    asks: ['supervision', 'w'], relations: RELATIONS, ask: (where) => post(at(where, '/corrections'), { ...seen, reason: '日期有误', lines: answers(['R1-a']) }),
    expected: (where) => within(where, () => (byCollege(where) ? done(201, { keeps: true }) : refused(422, 'visit_refused'))),
  },
} as const satisfies Record<string, RouteCase>;
