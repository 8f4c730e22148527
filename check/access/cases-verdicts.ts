import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';
import type { Answer } from './client.ts';
import { difference, done, kindOfSheet, mayWith, RELATIONS, refused, STATES, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';
import { thingId } from './units.ts';
import { DAY, person, type WorldRecord } from './world.ts';

const STANDARD = 'R1-b';
const FINAL_GRADE = 5;
const SCHOOL_STANDARD = DEFAULT_PACK.schoolStandards[0]?.id ?? '';
const TARGET = DEFAULT_PACK.targets.find(({ id }) => id.startsWith('A1')) ?? DEFAULT_PACK.targets[0];

const campusOf = ({ cell: { state }, unit }: Where): string => thingId('campus', unit.name, state === 'any' ? 'standing' : state);

/** Standing campuses in the asker's reach. */
function campuses({ world, cell: { asking } }: Where): WorldRecord[] {
  return world.records.filter((one) => one.sheet === 'campuses' && one.stands && mayWith(asking, 'conditions', 'r', one.labels));
}

const seesCampus = (where: Where): boolean => campuses(where).some(({ values }) => values['campus_id'] === campusOf(where));

function seesSchool(where: Where): boolean {
  const { world, cell: { asking }, unit } = where;
  return campuses(where).some(({ values }) => values['school_id'] === unit.school)
    || world.records.some((one) => one.sheet === 'schools' && one.stands && one.values['school_id'] === unit.school && mayWith(asking, 'conditions', 'r', one.labels));
}

const ofCampus = (where: Where): Expected => (seesCampus(where) ? done(200, { keeps: false }) : refused(404, 'unknown_campus', { asAbsent: true }));

const onDay = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}on=${DAY}`;

/** The campuses that an answer lists are those in reach, each once. */
function listed(where: Where): Expected {
  const wanted = campuses(where).map(({ values }) => String(values['campus_id']));
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { campuses: { campus_id: string }[] }).campuses.map(({ campus_id }) => campus_id), wanted),
  });
}

/** And so are those that a forecast tells of, in its list and in its rows. */
function foreseen(where: Where): Expected {
  const wanted = campuses(where).map(({ values }) => String(values['campus_id']));
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const answer = JSON.parse(text) as { campuses: { campus_id: string }[]; rows: { campus_id: string }[] };
      return difference(answer.campuses.map(({ campus_id }) => campus_id), wanted) ?? difference(new Set(answer.rows.map(({ campus_id }) => campus_id)), wanted);
    },
  });
}

/** What can be held is told of campuses in reach, and of the rest of schools that are in reach or carry one of them. */
function held(where: Where): Expected {
  const { world, cell: { asking } } = where;
  const own = campuses(where);
  const reporting = world.records.filter((one) => one.sheet === 'schools' && one.stands && mayWith(asking, 'conditions', 'r', one.labels));
  const schools = new Set([...own, ...reporting].map(({ values }) => String(values['school_id'])));
  return done(200, {
    keeps: false,
    contents: ({ text }) => {
      const answer = JSON.parse(text) as { campus_rows: { campus_id: string }[]; schools: { school_id: string }[]; school_rows: { school_id: string }[]; totals: unknown };
      // Sums of the whole region are told to whoever reads planning of all of it.
      return difference([answer.totals === null ? 'none' : 'told'], [openTo(asking, 'planning', 'r') === 'all' ? 'told' : 'none']) ?? difference(new Set(answer.campus_rows.map(({ campus_id }) => campus_id)), own.map(({ values }) => String(values['campus_id'])))
        ?? difference([...answer.schools, ...answer.school_rows].map(({ school_id }) => school_id).filter((id) => !schools.has(id)), []);
    },
  });
}

/** Bands are of the same campuses, as far as anything is known of their heads. */
function banded(where: Where): Expected {
  const wanted = new Set(campuses(where).map(({ values }) => String(values['campus_id'])));
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { campuses: { campus_id: string }[] }).campuses.map(({ campus_id }) => campus_id).filter((id) => !wanted.has(id)), []) });
}

const dayText = (day: unknown): string => (day instanceof Date ? day.toISOString() : String(day)).slice(0, 10);

/** Everybody of the final grade on the day whose roll and learning the asker may read; what is owed is told to who reads fees. */
function audited({ world, cell: { asking } }: Where): Expected {
  const told = world.records.flatMap(({ sheet, stands, values: { student_id, stage, grade, valid_from, valid_to }, labels }) => {
    const rolled = sheet === 'students' && stands && stage === 'higher' && Number(grade) === FINAL_GRADE && dayText(valid_from) <= DAY && (valid_to === null || dayText(valid_to) >= DAY);
    if (!rolled || !mayWith(asking, 'students', 'r', labels) || !mayWith(asking, 'learning', 'r', labels)) return [];
    return [`${String(student_id)} ${mayWith(asking, 'fees', 'r', labels) ? 6 : 5}`];
  });
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { students: { student_id: string; requirements: unknown[] }[] }).students.map((one) => `${one.student_id} ${one.requirements.length}`), told),
  });
}

const evidenceOf = ({ text }: Answer): string[] => (JSON.parse(text) as { rows: { sheet: SheetName; record_id: string }[] }).rows.map(({ sheet, record_id }) => `${sheet}/${record_id}`);

/** Of what somebody sees who sees everything, what the asker may read. */
function evidence(where: Where, path: string): Expected {
  const { world, client, cell: { asking } } = where;
  return done(200, {
    keeps: false,
    contents: async (answer) => {
      const all = evidenceOf(await client.ask(person('office.granted'), { method: 'GET', path }));
      const wanted = all.filter((key) => world.records.some((one) => `${one.sheet}/${one.record_id}` === key && mayWith(asking, kindOfSheet(one.sheet), 'r', one.labels)));
      return difference(evidenceOf(answer), wanted);
    },
  });
}

const campusEvidence = (where: Where): string => onDay(`/api/campuses/${campusOf(where)}/standards/${STANDARD}/evidence?per_page=1000`);
const schoolEvidence = ({ unit }: Where): string => onDay(`/api/schools/${unit.school}/standards/${SCHOOL_STANDARD}/evidence?per_page=1000`);
const targetEvidence = onDay(`/api/targets/${TARGET?.id}/evidence?per_page=1000${TARGET?.part == null ? '' : `&part=${TARGET.part}`}`);

const ofCampuses = { asks: ['verdicts', 'r'], relations: RELATIONS, states: STATES } as const;
const get = (path: string) => ({ method: 'GET', path });

const ofKeptPlans = { asks: ['planning', 'r'], relations: ['own', 'absent'] } as const;
const keptPlan = ({ world, cell: { relation } }: Where): string => (relation === 'absent' ? '999999' : world.scenario_id);
/** A pack takes out the conditions, posts and funds of every campus: it is for whoever may take out all of that. */
const mayTakeOut = ({ cell: { asking } }: Where): boolean => openTo(asking, 'planning', 'r') === 'all' && (['planning', 'conditions', 'staff', 'funds'] as const).every((kind) => openTo(asking, kind, 'e') === 'all');
/** A plan tells of every campus: it is there for whoever reads planning of the whole region. */
const ofKept = ({ cell: { asking, relation } }: Where): Expected => (relation === 'own' && openTo(asking, 'planning', 'r') === 'all' ? done(200, { keeps: false }) : refused(404, 'unknown_scenario', { asAbsent: true }));
const keptPlans = ({ world, cell: { asking } }: Where): Expected => done(200, {
  keeps: false,
  contents: ({ text }) => difference((JSON.parse(text) as { scenarios: { scenario_id: string }[] }).scenarios.map(({ scenario_id }) => scenario_id).filter((id) => id === world.scenario_id), openTo(asking, 'planning', 'r') === 'all' ? [world.scenario_id] : []),
});

const ofKeptFile = (form: string) => ({
  ...ofKeptPlans, asks: ['planning', 'e'], slow: true, ask: (where: Where) => get(`/api/scenarios/${keptPlan(where)}/${form}`),
  expected: ({ cell: { asking, relation } }: Where): Expected => (relation === 'own' && openTo(asking, 'planning', 'r') === 'all' ? done(200) : refused(404, 'unknown_scenario', { asAbsent: true })),
}) as const;

export const verdictCases = {
  downloadScenarioWorkbook: ofKeptFile('workbook'),
  downloadScenarioPaper: ofKeptFile('paper'),
  downloadScenarioModel: ofKeptFile('model'),
  readOverview: { asks: ['verdicts', 'r'], ask: () => get(onDay('/api/overview')), expected: listed },
  listCampuses: { asks: ['verdicts', 'r'], ask: () => get(onDay('/api/campuses')), expected: listed },
  readCampus: { ...ofCampuses, ask: (where) => get(onDay(`/api/campuses/${campusOf(where)}`)), expected: ofCampus },
  readCampusFacts: { ...ofCampuses, ask: (where) => get(onDay(`/api/campuses/${campusOf(where)}/facts`)), expected: ofCampus },
  askWhatIf: {
    ...ofCampuses, expected: ofCampus,
    ask: (where) => ({ method: 'POST', path: '/api/what-if', json: { campus_id: campusOf(where), on: DAY, changes: {} } }),
  },
  readForecast: { asks: ['verdicts', 'r'], ask: () => get(onDay('/api/forecast?years=2')), expected: foreseen },
  readCampusForecast: { ...ofCampuses, ask: (where) => get(onDay(`/api/campuses/${campusOf(where)}/forecast?years=2`)), expected: ofCampus },
  readCapacity: { asks: ['verdicts', 'r'], ask: () => get(onDay('/api/capacity?years=1')), expected: held },
  downloadCapacityWorkbook: { asks: ['verdicts', 'e'], ask: () => get(onDay('/api/capacity/workbook?years=1')), expected: () => done(200) },
  readClassNeed: { ...ofCampuses, ask: (where) => get(onDay(`/api/campuses/${campusOf(where)}/class-need?classes=1`)), expected: ofCampus },
  readForecastBands: { asks: ['verdicts', 'r'], slow: true, ask: () => get(onDay('/api/forecast/bands?years=1')), expected: banded },
  readBandInputs: {
    asks: ['planning', 'r'], slow: true, ask: () => get(onDay('/api/forecast/band-inputs?years=1')),
    expected: (where) => (openTo(where.cell.asking, 'planning', 'r') === 'all' ? banded(where) : refused(403, 'not_allowed')),
  },
  readAllocation: {
    asks: ['planning', 'r'], slow: true, ask: () => get(onDay('/api/allocation?to=' + (Number(DAY.slice(0, 4)) + 1))),
    expected: ({ cell: { asking } }) => (openTo(asking, 'planning', 'r') === 'all' ? done(200, { keeps: false }) : refused(403, 'not_allowed')),
  },
  readPolicyImpact: {
    asks: ['planning', 'r'], slow: true, ask: () => get(onDay(`/api/policy-impact?to=${Number(DAY.slice(0, 4)) + 1}&tried=${encodeURIComponent('ratio.teacher.max_students=16')}`)),
    expected: ({ cell: { asking } }) => (openTo(asking, 'planning', 'r') === 'all' ? done(200, { keeps: false }) : refused(403, 'not_allowed')),
  },
  // Nobody's plan is under way: whoever may ask for plans is told so.
  readPlanRun: { asks: ['planning', 'r'], ask: () => get('/api/allocation/runs/nobody-knows-it'), expected: () => done(200, { keeps: false }) },
  stopPlanRun: { asks: ['planning', 'r'], ask: () => ({ method: 'POST', path: '/api/allocation/runs/nobody-knows-it/stop' }), expected: () => done(200, { keeps: false }) },
  listScenarios: { asks: ['planning', 'r'], ask: () => get('/api/scenarios'), expected: keptPlans },
  keepScenario: {
    asks: ['planning', 'w'], slow: true, ask: () => ({ method: 'POST', path: '/api/scenarios', json: { name: '甲', on: DAY, to: Number(DAY.slice(0, 4)) + 1 } }),
    expected: ({ cell: { asking } }) => (openTo(asking, 'planning', 'w') === 'all' && openTo(asking, 'planning', 'r') === 'all' ? done(201, { keeps: true }) : refused(403, 'not_allowed')),
  },
  readScenario: { ...ofKeptPlans, ask: (where) => get(`/api/scenarios/${keptPlan(where)}`), expected: ofKept },
  downloadDecisionPack: {
    ...ofKeptPlans, asks: ['planning', 'e'], slow: true, ask: (where) => get(`/api/scenarios/${keptPlan(where)}/pack.zip`),
    expected: (where) => (!mayTakeOut(where) ? refused(403, 'not_allowed') : where.cell.relation === 'own' ? done(200) : refused(404, 'unknown_scenario', { asAbsent: true })),
  },
  repeatScenario: { ...ofKeptPlans, slow: true, ask: (where) => get(`/api/scenarios/${keptPlan(where)}/again`), expected: ofKept },
  listEvidence: {
    ...ofCampuses, ask: (where) => get(campusEvidence(where)),
    expected: (where) => (seesCampus(where) ? evidence(where, campusEvidence(where)) : refused(404, 'unknown_campus', { asAbsent: true })),
  },
  listSchoolEvidence: {
    asks: ['verdicts', 'r'], relations: ['own', 'unrelated', 'absent'], ask: (where) => get(schoolEvidence(where)),
    expected: (where) => (seesSchool(where) ? evidence(where, schoolEvidence(where)) : refused(404, 'unknown_school', { asAbsent: true })),
  },
  listTargetEvidence: { asks: ['verdicts', 'r'], ask: () => get(targetEvidence), expected: (where) => evidence(where, targetEvidence) },
  readGraduation: { asks: ['students', 'r'], ask: () => get(onDay('/api/graduation?per_page=500')), expected: audited },
  // What is told of whose money is compared with the command's answer elsewhere; here nobody is told of what is not theirs.
  readSettlement: { asks: ['funds', 'r'], ask: () => get(onDay('/api/settlement')), expected: () => done(200, { keeps: false }) },
  listSettlementEvidence: {
    asks: ['funds', 'r'], ask: () => get(onDay('/api/settlement/evidence?kind=grant&to_id=nobody&figure=due')), expected: () => refused(404, 'unknown_line'),
  },
  listParameters: { asks: ['policy', 'r'], ask: () => get(onDay('/api/parameters')), expected: () => done(200, { keeps: false }) },
  listEffects: { asks: ['verdicts', 'r'], ask: () => get(onDay('/api/readings/effects')), expected: () => done(200, { keeps: false }) },
} as const satisfies Record<string, RouteCase>;
