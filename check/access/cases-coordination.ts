import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { orgId } from './units.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const ENTRY = { kind: 'publicity', on: '2025-10-30', title: '报道', note: '', others: '', programme_id: null, study_year: null, channel: 'press', reach: null, link: null, clause: null };
const refusedEntry = refused(422, 'log_refused');

/** Of the world's circular, to both schools, each sees the own receipt and the office all; of its log each school's entry is the school's and its county's. */
function listed({ world, cell: { asking } }: Where): Expected {
  const wanted = world.circulars.filter(({ labels }) => mayWith(asking, 'coordination', 'r', labels)).map(({ circular_id }) => circular_id);
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { circulars: { circular_id: string }[] }).circulars.map(({ circular_id }) => circular_id), wanted) });
}

function logged({ world, cell: { asking } }: Where): Expected {
  const wanted = world.log.filter(({ labels }) => mayWith(asking, 'coordination', 'r', labels)).map(({ entry_id }) => entry_id);
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { entries: { entry_id: string }[] }).entries.map(({ entry_id }) => entry_id), wanted) });
}

/** An entry about the unit's school is kept for whoever writes for it. */
function recorded({ world, unit, cell: { asking, relation } }: Where): Expected {
  const labels = world.log.find(({ school }) => school === unit.school)?.labels ?? [];
  return relation !== 'absent' && mayWith(asking, 'coordination', 'w', labels) ? done(201) : refusedEntry;
}

export const coordinationCases = {
  readCoordination: { asks: ['coordination', 'r'], slow: true, ask: () => get('/api/coordination'), expected: listed },
  readPilotLog: { asks: ['coordination', 'r'], slow: true, ask: () => get('/api/coordination/log?year=2025'), expected: logged },
  issueCircular: { asks: ['coordination', 'a'], ask: () => post('/api/coordination/circulars', { title: '通知', body: '正文', addressed: [orgId('school', 'a')], read_by: '2099-12-31' }), expected: () => done(201) },
  readCircular: { asks: ['coordination', 'w'], ask: () => post('/api/coordination/circulars/999999999/receipt', {}), expected: () => refused(422, 'circular_refused') },
  recordLogEntry: { asks: ['coordination', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/coordination/log', { ...ENTRY, parties: [unit.school] }), expected: recorded },
  correctLogEntry: { asks: ['coordination', 'w'], ask: () => post('/api/coordination/log/999999999/corrections', { ...ENTRY, parties: [], reason: '更正', void: true }), expected: () => refusedEntry },
  readReport: { asks: ['coordination', 'e'], slow: true, ask: () => get('/api/coordination/report?kind=briefing'), expected: () => done(200, { keeps: false }) },
  issueAnnualReport: { asks: ['coordination', 'a'], slow: true, ask: () => post('/api/coordination/reports', { year: 2025, version: 0 }), expected: () => done(201) },
  downloadReport: { asks: ['coordination', 'e'], slow: true, ask: () => get('/api/coordination/report.docx?kind=annual'), expected: () => done(200) },
} as const satisfies Record<string, RouteCase>;
