import { difference, done, mayWith, refused, type Expected, type RouteCase, type Where } from './matrix-case.ts';

const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const get = (path: string) => ({ method: 'GET', path });

/** The posts that somebody holds, as the oracle has them. */
const postsOf = ({ cell: { asking } }: Where): string[] => asking.places.flatMap(({ levels }) => levels['P'] ?? []);

/** Duties that somebody may see: by the labels that they carry. */
function seen(where: Where) {
  return where.world.duties.filter(({ scopes }) => mayWith(where.cell.asking, 'duties', 'r', scopes));
}

interface Listed {
  readonly duties: readonly { readonly duty_key: string; readonly about: { readonly kind: string; readonly id: string | null } }[];
}

function listed(where: Where, wanted: readonly { readonly duty_key: string }[]): Expected {
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const { duties } = JSON.parse(text) as Listed;
      const students = where.world.duties.filter((one) => one.student_labels !== null && mayWith(where.cell.asking, 'students', 'r', one.student_labels));
      const named = duties.filter(({ about }) => about.kind === 'student' && about.id !== null).map(({ duty_key }) => duty_key);
      return difference(duties.map(({ duty_key }) => duty_key), wanted.map(({ duty_key }) => duty_key))
        ?? difference(named, students.map(({ duty_key }) => duty_key).filter((key) => wanted.some(({ duty_key }) => duty_key === key)));
    },
  });
}

/** How many are in the groups of an answer. */
function grouped(wanted: number): Expected {
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const many = (JSON.parse(text) as { groups: { many: number }[] }).groups.reduce((sum, group) => sum + group.many, 0);
      return many === wanted ? null : `${many} in groups instead of ${wanted}`;
    },
  });
}

const isMine = (where: Where) => ({ owed_by }: { readonly owed_by: readonly string[] }): boolean => owed_by.some((label) => postsOf(where).includes(label));
const isOwed = ({ owed }: { readonly owed: boolean }): boolean => owed;

export const dutyCases = {
  listDuties: { asks: ['duties', 'r'], ask: () => get('/api/duties?per_page=1000'), expected: (where) => listed(where, seen(where)) },
  listMyDuties: { asks: ['duties', 'r'], ask: () => get('/api/duties/mine'), expected: (where) => grouped(seen(where).filter(isOwed).filter(isMine(where)).length) },
  listLateDuties: { asks: ['duties', 'r'], ask: () => get('/api/duties/late'), expected: (where) => grouped(seen(where).filter(isOwed).filter(({ late }) => late).length) },
  readDutyStart: { asks: ['policy', 'r'], ask: () => get('/api/duties/start'), expected: () => done(200, { keeps: false }) },
  setDutyStart: { asks: ['policy', 'w'], slow: true, ask: () => post('/api/duties/start', { go_live: '2025-09-01' }), expected: () => done(200, { keeps: true }) },
  listHolidays: { asks: ['policy', 'r'], ask: () => get('/api/holidays'), expected: () => done(200, { keeps: false }) },
  readHolidayHistory: { asks: ['policy', 'r'], ask: () => get('/api/holidays/2026'), expected: () => done(200, { keeps: false }) },
  enterHolidays: {
    asks: ['policy', 'w'], slow: true, expected: () => done(200, { keeps: true }),
    ask: () => post('/api/holidays/2027', { off: ['2027-01-01'], worked: [], source: '通知', version: 0 }),
  },
  readCalendarFeed: { asks: 'session', ask: () => get('/api/my-calendar'), expected: () => done(200, { keeps: false }) },
  makeCalendarFeed: { asks: 'session', ask: () => post('/api/my-calendar', {}), expected: () => done(201, { keeps: true }) },
  endCalendarFeed: { asks: 'session', ask: () => ({ method: 'DELETE', path: '/api/my-calendar' }), expected: () => refused(404, 'unknown_calendar') },
  downloadCalendar: { asks: 'open', ask: () => get(`/api/calendars/gc_1_${'a'.repeat(43)}.ics`), expected: () => refused(404, 'unknown_calendar') },
} as const satisfies Record<string, RouteCase>;

