import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

export type ScreenName = 'overview' | 'campuses' | 'whatIf' | 'data' | 'clauses' | 'readings';

export interface Screen {
  readonly name: ScreenName;
  /** First segment of the address; below it the screen has its own routes. */
  readonly path: string;
  /** The year's work first, then what it stands on. */
  readonly group: 'work' | 'ground';
  readonly component: LazyExoticComponent<ComponentType>;
}

/** Every screen of the menu, in the order of the year's work. Each is loaded when it is first opened. */
export const SCREENS: readonly Screen[] = [
  { name: 'overview', path: '/', group: 'work', component: lazy(async () => ({ default: (await import('./overview/OverviewScreen.tsx')).OverviewScreen })) },
  { name: 'campuses', path: '/campuses', group: 'work', component: lazy(async () => ({ default: (await import('./campuses/CampusesScreen.tsx')).CampusesScreen })) },
  { name: 'whatIf', path: '/what-if', group: 'work', component: lazy(async () => ({ default: (await import('./what-if/WhatIfScreen.tsx')).WhatIfScreen })) },
  { name: 'clauses', path: '/clauses', group: 'ground', component: lazy(async () => ({ default: (await import('./clauses/ClausesScreen.tsx')).ClausesScreen })) },
  { name: 'readings', path: '/readings', group: 'ground', component: lazy(async () => ({ default: (await import('./readings/ReadingsScreen.tsx')).ReadingsScreen })) },
  { name: 'data', path: '/data', group: 'ground', component: lazy(async () => ({ default: (await import('./data/DataScreen.tsx')).DataScreen })) },
];

/** The screen whose address this is, or undefined. */
export function screenAt(path: string): Screen | undefined {
  return SCREENS.find((s) => (s.path === '/' ? path === '/' : path === s.path || path.startsWith(`${s.path}/`)));
}
