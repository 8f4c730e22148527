import { routes, type RouteName } from '../../api/routes.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';
import type { Random } from '../prove/random.ts';
import type { Asking } from './actors.ts';
import { agreementCases } from './cases-agreements.ts';
import { internshipCases } from './cases-internships.ts';
import { admissionCases } from './cases-admission.ts';
import { employmentCases } from './cases-employment.ts';
import { coordinationCases } from './cases-coordination.ts';
import { dutyCases } from './cases-duties.ts';
import { documentCases } from './cases-documents.ts';
import { graduationCases } from './cases-graduation.ts';
import { grantCases } from './cases-grants.ts';
import { importCases } from './cases-imports.ts';
import { matterCases } from './cases-matters.ts';
import { moneyCases } from './cases-money.ts';
import { partnerCases } from './cases-partners.ts';
import { messageCases } from './cases-messages.ts';
import { peopleCases } from './cases-people.ts';
import { regionCases } from './cases-region.ts';
import { registerCases } from './cases-registers.ts';
import { sessionCases } from './cases-session.ts';
import { surveyCases } from './cases-surveys.ts';
import { siteListCases } from './cases-site-lists.ts';
import { nationalCases } from './cases-national.ts';
import { studentCases } from './cases-students.ts';
import { supervisionCases } from './cases-supervision.ts';
import { testCases } from './cases-tests.ts';
import { teachingCases } from './cases-teaching.ts';
import { verdictCases } from './cases-verdicts.ts';
import { workCases } from './cases-work.ts';
import type { Cell, RouteCase } from './matrix-case.ts';

/** How each route is tried. A route that is documented and is not here makes a test fail. */
export const CASES: Readonly<Partial<Record<RouteName, RouteCase>>> = {
  ...regionCases, ...verdictCases, ...registerCases, ...importCases, ...sessionCases, ...peopleCases, ...grantCases, ...dutyCases, ...partnerCases, ...messageCases, ...documentCases, ...matterCases, ...studentCases, ...admissionCases, ...agreementCases, ...teachingCases, ...employmentCases, ...testCases, ...internshipCases, ...graduationCases, ...moneyCases, ...supervisionCases, ...coordinationCases, ...workCases, ...surveyCases, ...siteListCases, ...nationalCases,
};

/** Documented routes that nobody has said how to try. */
export function untried(): string[] {
  return Object.keys(routes).filter((name) => !(name in CASES));
}

const NO_SHEET: readonly SheetName[] = ['rooms'];

/** How many sheets each combination of route, who, relation and state is asked about, drawn by chance. */
export interface Few {
  readonly sheets: number;
  readonly random: Random;
  /** Of slow routes one question in so many. */
  readonly slowOneIn?: number;
}

/** Every question there is: route × who × relation × state × sheet; with `few` a part of the sheets. */
export function cells(everybody: readonly Asking[], few?: Few): Cell[] {
  return (Object.entries(CASES) as [RouteName, RouteCase][]).flatMap(([route, routeCase]) => everybody.flatMap((asking) => cellsOf(route, routeCase, asking, few)));
}

function cellsOf(route: RouteName, { relations = ['any'], states = ['any'], sheets = NO_SHEET, slow = false }: RouteCase, asking: Asking, few?: Few): Cell[] {
  const drawn = (): readonly SheetName[] => (few === undefined ? sheets : few.random.shuffled(sheets).slice(0, few.sheets));
  const passed = (): boolean => slow && few?.slowOneIn !== undefined && !few.random.oneIn(few.slowOneIn);
  // What is not there is in no state.
  return relations.flatMap((relation) => (relation === 'absent' ? states.slice(0, 1) : states)
    .flatMap((state) => (passed() ? [] : drawn()).map((sheet): Cell => ({ route, asking, relation, state, sheet }))));
}
