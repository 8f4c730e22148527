import { QUESTIONS } from '../../core/surveys/questions.ts';
import { difference, done, mayWith, refused, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const nothing = refused(422, 'survey_refused');
const OUTSIDE = new Set(['auditor', 'system_admin', 'security_admin', 'audit_admin']);

interface Listed {
  readonly surveys: readonly { readonly survey_id: string; readonly results: readonly { readonly units: readonly { readonly unit: string }[]; readonly remarks: readonly string[] | null }[] | null }[];
}

/** Of a survey that is over each sees the places in reach; words only those who read the whole region. */
function listed({ world: { surveys: { closed } }, cell: { asking } }: Where): Expected {
  const wanted = closed.places.filter(({ labels }) => mayWith(asking, 'surveys', 'r', labels)).map(({ unit }) => unit);
  const words = openTo(asking, 'surveys', 'r') === 'all' ? ['意见'] : [];
  return done(200, { keeps: false, contents: ({ text }) => {
    const results = (JSON.parse(text) as Listed).surveys.find(({ survey_id }) => survey_id === closed.survey_id)?.results ?? [];
    return difference(results.flatMap(({ units }) => units.map(({ unit }) => unit)), wanted) ?? difference(results.flatMap(({ remarks }) => remarks ?? []), words);
  } });
}

/** Whoever is part of the pilot is asked, once each. */
function counted({ cell: { asking } }: Where): Expected {
  return asking.places.some(({ role }) => !OUTSIDE.has(role)) ? done(201) : nothing;
}

export const surveyCases = {
  listSurveys: { asks: ['surveys', 'r'], ask: () => get('/api/surveys'), expected: listed },
  readOwnSurvey: { asks: ['surveys', 'w'], ask: () => get('/api/surveys/mine'), expected: ({ world, cell }) => done(200, { keeps: false, contents: ({ text }) => {
    const found = (JSON.parse(text) as { survey: { survey_id: string } | null }).survey?.survey_id ?? 'none';
    return difference([found], [counted({ cell } as Where).status === 201 ? world.surveys.openId : 'none']);
  } }) },
  openSurvey: { asks: ['surveys', 'a'], ask: () => post('/api/surveys', { year: 2026, opens_on: '2099-01-01', closes_on: '2099-01-31', groups: ['student'] }), expected: () => done(201) },
  withdrawSurvey: { asks: ['surveys', 'a'], ask: ({ world }) => post(`/api/surveys/${world.surveys.openId}/withdrawal`, { reason: '题目有误' }), expected: () => done(201) },
  answerSurvey: {
    asks: ['surveys', 'w'], ask: ({ world }) => post(`/api/surveys/${world.surveys.openId}/answers`, { scores: Object.fromEntries(QUESTIONS.map(({ id }) => [id, 3])), remark: '' }), expected: counted,
  },
} as const satisfies Record<string, RouteCase>;
