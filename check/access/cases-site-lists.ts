import { done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';

const get = (path: string) => ({ method: 'GET', path });
const found = ({ world, unit }: Where) => world.requests.find((one) => one.unit === unit.name);

/** Of a campus that there is and that is in reach, for whoever may take its conditions out. */
function taken(where: Where): Expected {
  const { asking } = where.cell;
  const campus = found(where);
  return campus !== undefined && mayWith(asking, 'conditions', 'r', campus.labels) && mayWith(asking, 'conditions', 'e', campus.labels) ? done(200) : refused(404, 'unknown_campus', { asAbsent: true });
}

const list = { asks: ['conditions', 'e'], relations: RELATIONS, slow: true, expected: taken } as const;
const campusOf = (where: Where): string => found(where)?.campus_id ?? 'campus-zz';

export const siteListCases = {
  downloadSiteWorkbook: { ...list, ask: (where) => get(`/api/site-lists/sites/workbook?campus_id=${campusOf(where)}`) },
  downloadSitePaper: { ...list, ask: (where) => get(`/api/site-lists/equipment/paper?campus_id=${campusOf(where)}`) },
} as const satisfies Record<string, RouteCase>;
