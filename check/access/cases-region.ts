import { canariesIn } from './canary.ts';
import { difference, done, kindOfSheet, mayWith, refused, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { DAY } from './world.ts';

const get = (path: string) => ({ method: 'GET', path });
const nothing = () => done(200, { keeps: false });

/** What of the world may be taken out by somebody: everything in reach for it, and nothing else. */
function exported({ world, cell: { asking } }: Where): Expected {
  const wanted = world.records.filter((one) => one.stands && mayWith(asking, kindOfSheet(one.sheet), 'e', one.labels)).flatMap(({ canaries }) => [...canaries]);
  return done(200, { contents: ({ text }) => difference(canariesIn(text), wanted) });
}

/** Campuses of a frozen state, by today's reach. */
function frozen({ world, cell: { asking } }: Where): Expected {
  const wanted = world.records.filter((one) => one.sheet === 'campuses' && one.stands && mayWith(asking, 'conditions', 'r', one.labels)).map(({ values }) => String(values['campus_id']));
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { campuses: { campus_id: string }[] }).campuses.map(({ campus_id }) => campus_id), wanted),
  });
}

const newRegion = {
  region_code: '330100', name: '杭州市', office_name: '办', counties: [], pack: 'quzhou-2024', account: { account: 'first', name: '首', password: 'long enough a word' },
};

function textForm(): FormData {
  const form = new FormData();
  form.append('file', new File(['official'], 'official.pdf', { type: 'application/pdf' }));
  return form;
}

export const regionCases = {
  readHealth: { asks: 'open', ask: () => get('/api/health'), expected: nothing },
  readSession: { asks: 'open', ask: () => get('/api/session'), expected: nothing },
  openSession: {
    asks: 'open', ask: ({ cell }) => ({ method: 'POST', path: '/api/session', json: { account: `nobody-${cell.asking.account}`, password: 'not the word' } }),
    expected: () => refused(401, 'wrong_password'),
  },
  closeSession: { asks: 'open', ask: () => ({ method: 'DELETE', path: '/api/session' }), expected: () => done(200) },
  readFirstRun: { asks: 'open', ask: () => get('/api/first-run'), expected: nothing },
  setUpRegion: { asks: 'open', ask: () => ({ method: 'POST', path: '/api/first-run', json: newRegion }), expected: () => refused(409, 'region_exists') },
  readRegion: { asks: 'open', ask: () => get('/api/region'), expected: nothing },
  loadSample: { asks: 'open', ask: () => ({ method: 'POST', path: '/api/sample' }), expected: () => refused(409, 'not_empty') },
  removeSample: { asks: ['region', 'w'], ask: () => ({ method: 'DELETE', path: '/api/sample' }), expected: () => done(200, { keeps: true }) },
  listSnapshots: { asks: ['snapshots', 'r'], ask: () => get('/api/snapshots'), expected: nothing },
  takeSnapshot: { asks: ['snapshots', 'w'], ask: () => ({ method: 'POST', path: '/api/snapshots', json: { on: DAY, label: '冻' } }), expected: () => done(201, { keeps: true }) },
  readSnapshot: {
    asks: ['snapshots', 'r'], relations: ['own', 'absent'],
    ask: ({ world, cell: { relation } }) => get(`/api/snapshots/${relation === 'absent' ? '999999' : world.snapshot_id}`),
    expected: (where) => (where.cell.relation === 'absent' ? refused(404, 'unknown_snapshot') : frozen(where)),
  },
  downloadTemplate: { asks: 'session', ask: () => get('/api/template.xlsx'), expected: nothing },
  downloadReportWorkbook: { asks: ['verdicts', 'e'], ask: () => get(`/api/reports/conditions.xlsx?on=${DAY}`), expected: () => done(200) },
  downloadReportPage: { asks: ['verdicts', 'e'], ask: () => get(`/api/reports/conditions.html?on=${DAY}`), expected: () => done(200) },
  downloadExport: { asks: ['any', 'e'], ask: () => get('/api/export.zip'), expected: exported },
  readPolicyText: { asks: ['policy', 'r'], ask: () => get('/api/policy-text'), expected: nothing },
  downloadPolicyText: { asks: ['policy', 'r'], ask: () => get('/api/policy-text/file'), expected: nothing },
  attachPolicyText: { asks: ['policy', 'w'], ask: () => ({ method: 'PUT', path: '/api/policy-text', form: textForm() }), expected: () => done(200, { keeps: true }) },
} as const satisfies Record<string, RouteCase>;
