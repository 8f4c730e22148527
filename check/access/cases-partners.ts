import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import type { Role } from '../../core/access/roles.ts';
import { COUNTIES, thingId } from './units.ts';
import { cooperationLabels, type Cooperation } from './world-cooperation.ts';

const NOTHING = '999999999';
const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });

const of = ({ world, unit }: Where): Cooperation | undefined => world.cooperation.find((one) => one.unit === unit.name);
const programmeOf = ({ unit }: Where): string => thingId('programme', unit.name, 'standing');
const countyOf = ({ unit }: Where): string => `county:${COUNTIES[unit.school.endsWith('-a') ? 'a' : 'b']}`;

const draft = (where: Where) => ({
  number: '2', parties: [where.unit.school, where.unit.college], programmes: [programmeOf(where)], from: '2025-09-01', terms: '共建', signed_on: '2025-08-20',
});

const idsIn = (text: string, list: string, id: string): string[] => (JSON.parse(text) as Record<string, Record<string, string>[]>)[list]?.map((one) => one[id] ?? '') ?? [];

function agreementsSeen({ world, cell: { asking } }: Where, those: (one: Cooperation) => boolean = () => true): string[] {
  return world.cooperation.filter((one) => those(one) && mayWith(asking, 'partners', 'r', one.agreement)).map((one) => one.agreement_id);
}

function teamsSeen({ world, cell: { asking } }: Where): string[] {
  return [...world.cooperation.filter((one) => mayWith(asking, 'teams', 'r', one.promotion)).map((one) => one.promotion_id),
    ...world.cooperation.filter((one) => mayWith(asking, 'teams', 'r', one.management)).map((one) => one.management_id)];
}

function ofAgreement(where: Where, seen: () => Expected): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'partners', 'r', found.agreement) ? seen() : refused(404, 'unknown_partner_agreement', { asAbsent: true });
}

function ofTeam(where: Where, seen: () => Expected): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'teams', 'r', found.promotion) ? seen() : refused(404, 'unknown_team', { asAbsent: true });
}

const SEATS: readonly Role[] = ['school_head', 'college_programme', 'college_leadership', 'office'];

/** Whether one of somebody's roles both gives and ends seats, and reaches this team. */
function seats(where: Where): boolean {
  const labels = of(where)?.promotion ?? [];
  return where.cell.asking.places.some((place) => SEATS.includes(place.role) && mayWith({ ...where.cell.asking, places: [place], granted: [] }, 'teams', 'w', labels));
}

const promotionOf = (where: Where): string => of(where)?.promotion_id ?? NOTHING;

/** A page of the directory is everybody's; what it tells of agreements and teams is not. */
function organisation(where: Where): Expected {
  if (of(where) === undefined) return refused(404, 'unknown_entry');
  const { school } = where.unit;
  const teams = teamsSeen(where);
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference(idsIn(text, 'agreements', 'agreement_id'), agreementsSeen(where, (one) => one.agreement.includes(`org:${school}`)))
      ?? difference(idsIn(text, 'teams', 'team_id'), where.world.cooperation.filter((one) => one.promotion.includes(`org:${school}`)).flatMap((one) => [one.promotion_id, one.management_id]).filter((id) => teams.includes(id))),
  });
}

function programme(where: Where): Expected {
  const found = of(where);
  if (found === undefined) return refused(404, 'unknown_entry');
  const { school, college } = where.unit;
  const knows = mayWith(where.cell.asking, 'partners', 'r', [`org:${school}`, `org:${college}`, countyOf(where)]);
  return done(200, {
    keeps: false,
    contents: ({ text }) => ((JSON.parse(text) as { programme: { verdict: unknown } }).programme.verdict !== null) === knows ? difference(idsIn(text, 'agreements', 'agreement_id'), agreementsSeen(where, (one) => one === found)) : `verdict told: ${!knows}`,
  });
}

/** Where one is wanting is told to whoever would see it, so that nothing but what stands is compared. */
const teamsListed = (where: Where): Expected => done(200, { keeps: false, contents: ({ text }) => difference(idsIn(text, 'teams', 'team_id'), teamsSeen(where)) });

export const partnerCases = {
  listOrganisations: { asks: ['reference', 'r'], ask: () => get('/api/organisations?per_page=1000'), expected: () => done(200, { keeps: false }) },
  readOrganisation: { asks: ['reference', 'r'], relations: RELATIONS, ask: ({ unit }) => get(`/api/organisations/${unit.school}`), expected: organisation },
  readPark: {
    asks: ['reference', 'r'], relations: ['own', 'unrelated', 'absent'], ask: ({ unit }) => get(`/api/parks/${thingId('park', unit.name, 'standing')}`),
    expected: (where) => (of(where) === undefined ? refused(404, 'unknown_entry') : done(200, { keeps: false })),
  },
  readProgramme: { asks: ['reference', 'r'], relations: RELATIONS, ask: (where) => get(`/api/programmes/${programmeOf(where)}`), expected: programme },
  listPartnerAgreements: {
    asks: ['partners', 'r'], ask: () => get('/api/partner-agreements'),
    expected: (where) => done(200, { keeps: false, contents: ({ text }) => difference(idsIn(text, 'agreements', 'agreement_id'), agreementsSeen(where)) }),
  },
  readPartnerAgreement: {
    asks: ['partners', 'r'], relations: RELATIONS, ask: (where) => get(`/api/partner-agreements/${of(where)?.agreement_id ?? NOTHING}`),
    expected: (where) => ofAgreement(where, () => done(200, { keeps: false })),
  },
  recordPartnerAgreement: {
    asks: ['partners', 'w'], relations: RELATIONS, ask: (where) => post('/api/partner-agreements', draft(where)),
    expected: (where) => {
      if (of(where) === undefined) return refused(422, 'agreement_refused');
      return mayWith(where.cell.asking, 'partners', 'w', cooperationLabels(where.unit)) ? done(201, { keeps: true }) : refused(403, 'not_allowed');
    },
  },
  correctPartnerAgreement: {
    asks: ['partners', 'w'], relations: RELATIONS, ask: (where) => post(`/api/partner-agreements/${of(where)?.agreement_id ?? NOTHING}/correct`, { ...draft(where), reason: '更正' }),
    expected: (where) => ofAgreement(where, () => (mayWith(where.cell.asking, 'partners', 'w', cooperationLabels(where.unit)) ? done(201, { keeps: true }) : refused(403, 'not_allowed'))),
  },
  listTeams: { asks: ['teams', 'r'], ask: () => get('/api/teams'), expected: teamsListed },
  readTeam: { asks: ['teams', 'r'], relations: RELATIONS, ask: (where) => get(`/api/teams/${promotionOf(where)}`), expected: (where) => ofTeam(where, () => done(200, { keeps: false })) },
  setUpTeam: {
    asks: ['teams', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/teams', { kind: 'promotion', college_id: unit.college, school_id: unit.school, on: '2025-09-01', document: '文号' }),
    expected: (where) => {
      if (of(where) === undefined) return refused(422, 'unknown_organisation');
      return mayWith(where.cell.asking, 'teams', 'w', cooperationLabels(where.unit)) ? refused(409, 'team_exists') : refused(403, 'not_allowed');
    },
  },
  endTeam: {
    asks: ['teams', 'w'], relations: RELATIONS, ask: (where) => post(`/api/teams/${promotionOf(where)}/end`, { on: '2025-10-31', reason: '调整' }),
    expected: (where) => ofTeam(where, () => (mayWith(where.cell.asking, 'teams', 'w', of(where)?.promotion ?? []) ? done(200, { keeps: true }) : refused(403, 'not_allowed'))),
  },
  nameTeamMember: {
    asks: ['teams', 'w'], relations: RELATIONS, expected: (where) => ofTeam(where, () => (seats(where) ? done(201, { keeps: true }) : refused(403, 'not_allowed'))),
    ask: (where) => post(`/api/teams/${promotionOf(where)}/members`, { function: 'member', name: '某人', employer_id: where.unit.school, main_post: '', on: '2025-09-02' }),
  },
  stepTeamMember: {
    asks: ['teams', 'w'], relations: RELATIONS, expected: (where) => ofTeam(where, () => (seats(where) ? done(200, { keeps: true }) : refused(403, 'not_allowed'))),
    ask: (where) => post(`/api/teams/${promotionOf(where)}/members/${of(where)?.member_id ?? NOTHING}/end`, { on: '2025-10-31', version: 1, reason: '离任' }),
  },
} as const satisfies Record<string, RouteCase>;
