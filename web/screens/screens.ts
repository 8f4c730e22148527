import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Permission } from '../shell/session.ts';

/** Groups of the menu, in their order: what is to be done, and what about places, students and money; what it stands on; who may do what. */
export const MENU_GROUPS = ['day', 'campuses', 'students', 'money', 'ground', 'order'] as const;

export type ScreenName = 'todo' | 'overview' | 'campuses' | 'whatIf' | 'matters' | 'plans' | 'schemes' | 'teaching' | 'forecast' | 'capacity' | 'tests' | 'graduation' | 'certificates' | 'diplomas' | 'settlement' | 'clearing' | 'money' | 'earmarks' | 'ledger' | 'admission' | 'students' | 'organisations' | 'teams' | 'teachers' | 'bases' | 'daily' | 'supervision' | 'coordination' | 'data' | 'clauses' | 'readings' | 'people' | 'grants' | 'outbox' | 'audit' | 'documents' | 'agreements' | 'employment' | 'jobs' | 'internships' | 'insurance' | 'benefits' | 'fiveYears' | 'mine' | 'myAccount' | 'survey' | 'surveys';

export interface Screen {
  readonly name: ScreenName;
  /** First segment of the address; below it the screen has its own routes. */
  readonly path: string;
  /** One of these is enough to be shown the screen; none at all: everybody who is signed in. */
  readonly needs: readonly Permission[];
  /** `own` is reached from the head, not from the menu. */
  readonly group: (typeof MENU_GROUPS)[number] | 'own';
  /** Also for those who come for their own records only. */
  readonly plain?: true;
  readonly component: LazyExoticComponent<ComponentType>;
}

const REGISTERS: readonly Permission[] = [
  'conditions.read', 'staff.read', 'students.read', 'learning.read', 'fees.read', 'funds.read', 'planning.read', 'imports.read',
];

/** Every screen of the menu, in the order of the year's work. Each is loaded when it is first opened. */
export const SCREENS: readonly Screen[] = [
  { name: 'todo', path: '/todo', needs: ['duties.read'], group: 'day', component: lazy(async () => ({ default: (await import('./todo/TodoScreen.tsx')).TodoScreen })) },
  { name: 'overview', path: '/', needs: ['verdicts.read'], group: 'day', component: lazy(async () => ({ default: (await import('./overview/OverviewScreen.tsx')).OverviewScreen })) },
  { name: 'matters', path: '/matters', needs: ['matters.read'], group: 'day', plain: true, component: lazy(async () => ({ default: (await import('./matters/MattersScreen.tsx')).MattersScreen })) },
  { name: 'coordination', path: '/coordination', needs: ['coordination.read'], plain: true, group: 'day', component: lazy(async () => ({ default: (await import('./coordination/CoordinationScreen.tsx')).CoordinationScreen })) },
  { name: 'surveys', path: '/surveys', needs: ['surveys.read'], group: 'day', component: lazy(async () => ({ default: (await import('./surveys/SurveysScreen.tsx')).SurveysScreen })) },
  { name: 'documents', path: '/documents', needs: ['documents.read'], group: 'day', component: lazy(async () => ({ default: (await import('./documents/DocumentsScreen.tsx')).DocumentsScreen })) },
  { name: 'campuses', path: '/campuses', needs: ['verdicts.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./campuses/CampusesScreen.tsx')).CampusesScreen })) },
  { name: 'whatIf', path: '/what-if', needs: ['verdicts.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./what-if/WhatIfScreen.tsx')).WhatIfScreen })) },
  { name: 'forecast', path: '/forecast', needs: ['verdicts.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./forecast/ForecastScreen.tsx')).ForecastScreen })) },
  { name: 'capacity', path: '/capacity', needs: ['verdicts.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./capacity/CapacityScreen.tsx')).CapacityScreen })) },
  { name: 'plans', path: '/plans', needs: ['matters.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./plans/PlansScreen.tsx')).PlansScreen })) },
  { name: 'organisations', path: '/organisations', needs: ['verdicts.read', 'partners.read'], plain: true, group: 'campuses', component: lazy(async () => ({ default: (await import('./organisations/OrganisationsScreen.tsx')).OrganisationsScreen })) },
  { name: 'teams', path: '/teams', needs: ['teams.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./teams/TeamsScreen.tsx')).TeamsScreen })) },
  { name: 'teachers', path: '/teachers', needs: ['work.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./work/WorkScreens.tsx')).TeachersScreen })) },
  { name: 'bases', path: '/bases', needs: ['work.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./work/WorkScreens.tsx')).BasesScreen })) },
  { name: 'daily', path: '/daily', needs: ['daily.read'], group: 'day', component: lazy(async () => ({ default: (await import('./work/WorkScreens.tsx')).DailyScreen })) },
  { name: 'supervision', path: '/supervision', needs: ['supervision.read'], group: 'campuses', component: lazy(async () => ({ default: (await import('./supervision/SupervisionScreen.tsx')).SupervisionScreen })) },
  { name: 'admission', path: '/admission', needs: ['students.write', 'students.export'], group: 'students', component: lazy(async () => ({ default: (await import('./admission/AdmissionScreen.tsx')).AdmissionScreen })) },
  { name: 'agreements', path: '/agreements', needs: ['agreements.read'], group: 'students', component: lazy(async () => ({ default: (await import('./agreements/AgreementsScreen.tsx')).AgreementsScreen })) },
  { name: 'students', path: '/students', needs: ['students.read'], group: 'students', component: lazy(async () => ({ default: (await import('./students/StudentsScreen.tsx')).StudentsScreen })) },
  { name: 'schemes', path: '/schemes', needs: ['matters.read'], group: 'students', plain: true, component: lazy(async () => ({ default: (await import('./schemes/SchemesScreen.tsx')).SchemesScreen })) },
  { name: 'teaching', path: '/teaching', needs: ['courses.read'], group: 'students', component: lazy(async () => ({ default: (await import('./teaching/TeachingScreen.tsx')).TeachingScreen })) },
  { name: 'tests', path: '/tests', needs: ['tests.read'], group: 'students', component: lazy(async () => ({ default: (await import('./tests/TestsScreen.tsx')).TestsScreen })) },
  { name: 'internships', path: '/internships', needs: ['posts.read', 'placements.write'], plain: true, group: 'students', component: lazy(async () => ({ default: (await import('./internships/InternshipsScreen.tsx')).InternshipsScreen })) },
  { name: 'insurance', path: '/insurance', needs: ['policies.read'], group: 'students', component: lazy(async () => ({ default: (await import('./insurance/InsuranceScreen.tsx')).InsuranceScreen })) },
  { name: 'certificates', path: '/certificates', needs: ['learning.write', 'learning.export'], group: 'students', component: lazy(async () => ({ default: (await import('./certificates/CertificatesScreen.tsx')).CertificatesScreen })) },
  { name: 'graduation', path: '/graduation', needs: ['students.read'], group: 'students', component: lazy(async () => ({ default: (await import('./graduation/GraduationScreen.tsx')).GraduationScreen })) },
  { name: 'diplomas', path: '/diplomas', needs: ['learning.write', 'learning.export'], group: 'students', component: lazy(async () => ({ default: (await import('./diplomas/DiplomasScreen.tsx')).DiplomasScreen })) },
  { name: 'employment', path: '/employment', needs: ['verdicts.read', 'employment.read'], group: 'students', component: lazy(async () => ({ default: (await import('./employment/EmploymentScreen.tsx')).EmploymentScreen })) },
  { name: 'jobs', path: '/jobs', needs: ['employment.write'], plain: true, group: 'own', component: lazy(async () => ({ default: (await import('./employment/JobsScreen.tsx')).JobsScreen })) },
  { name: 'benefits', path: '/benefits', needs: ['benefits.read'], group: 'students', component: lazy(async () => ({ default: (await import('./benefits/BenefitsScreen.tsx')).BenefitsScreen })) },
  { name: 'settlement', path: '/settlement', needs: ['funds.read'], group: 'money', component: lazy(async () => ({ default: (await import('./settlement/SettlementScreen.tsx')).SettlementScreen })) },
  { name: 'money', path: '/money', needs: ['funds.read'], group: 'money', component: lazy(async () => ({ default: (await import('./money/MoneyScreen.tsx')).MoneyScreen })) },
  { name: 'earmarks', path: '/earmarks', needs: ['funds.read'], group: 'money', component: lazy(async () => ({ default: (await import('./earmarks/EarmarksScreen.tsx')).EarmarksScreen })) },
  { name: 'clearing', path: '/clearing', needs: ['fees.write', 'matters.approve'], group: 'money', component: lazy(async () => ({ default: (await import('./clearing/ClearingScreen.tsx')).ClearingScreen })) },
  { name: 'ledger', path: '/ledger', needs: ['funds.read'], group: 'money', component: lazy(async () => ({ default: (await import('./ledger/LedgerScreen.tsx')).LedgerScreen })) },
  { name: 'clauses', path: '/clauses', needs: ['policy.read'], plain: true, group: 'ground', component: lazy(async () => ({ default: (await import('./clauses/ClausesScreen.tsx')).ClausesScreen })) },
  { name: 'readings', path: '/readings', needs: ['policy.read'], group: 'ground', component: lazy(async () => ({ default: (await import('./readings/ReadingsScreen.tsx')).ReadingsScreen })) },
  { name: 'data', path: '/data', needs: REGISTERS, group: 'ground', component: lazy(async () => ({ default: (await import('./data/DataScreen.tsx')).DataScreen })) },
  { name: 'people', path: '/people', needs: ['accounts.read'], group: 'order', component: lazy(async () => ({ default: (await import('./people/PeopleScreen.tsx')).PeopleScreen })) },
  { name: 'grants', path: '/grants', needs: ['grants.read', 'grants.write', 'grants.approve'], group: 'order', component: lazy(async () => ({ default: (await import('./grants/GrantsScreen.tsx')).GrantsScreen })) },
  { name: 'outbox', path: '/outbox', needs: ['outbox.read'], group: 'order', component: lazy(async () => ({ default: (await import('./outbox/OutboxScreen.tsx')).OutboxScreen })) },
  { name: 'audit', path: '/audit', needs: ['audit.read'], group: 'order', component: lazy(async () => ({ default: (await import('./audit/AuditScreen.tsx')).AuditScreen })) },
  { name: 'fiveYears', path: '/five-years', needs: ['agreements.read'], plain: true, group: 'own', component: lazy(async () => ({ default: (await import('./five-years/FiveYearsScreen.tsx')).FiveYearsScreen })) },
  { name: 'survey', path: '/survey', needs: ['surveys.write'], plain: true, group: 'own', component: lazy(async () => ({ default: (await import('./surveys/SurveyScreen.tsx')).SurveyScreen })) },
  { name: 'mine', path: '/mine', needs: ['students.read'], plain: true, group: 'own', component: lazy(async () => ({ default: (await import('./mine/MineScreen.tsx')).MineScreen })) },
  { name: 'myAccount', path: '/account', needs: [], plain: true, group: 'own', component: lazy(async () => ({ default: (await import('./account/AccountScreen.tsx')).AccountScreen })) },
];

/** The screen whose address this is, or undefined. */
export function screenAt(path: string): Screen | undefined {
  return SCREENS.find((s) => (s.path === '/' ? path === '/' : path === s.path || path.startsWith(`${s.path}/`)));
}

/** Whether a screen is of use to somebody who may do this much. */
export function isFor({ needs }: Screen, may: (...permissions: readonly Permission[]) => boolean): boolean {
  return needs.length === 0 || may(...needs);
}
