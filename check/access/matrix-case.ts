import type { RouteName } from '../../api/routes.ts';
import type { SheetName } from '../../core/exchange/sheets.ts';
import type { Asking } from './actors.ts';
import type { Answer, Ask, MatrixClient } from './client.ts';
import { holds, KIND_OF_SHEET, openTo, type Act, type KindName } from './policy-oracle.ts';
import { NOWHERE_UNIT, UNITS, type Unit, type UnitName } from './units.ts';
import type { World, WorldRecord } from './world.ts';

/**
 * How somebody stands to what they ask for: it is of their own place, of another place of the same institution, of a
 * campus that two institutions of different sides have together, of nobody they know, or there is no such thing.
 * `any`: the route names nothing.
 */
export const RELATIONS = ['own', 'sibling', 'mixed', 'unrelated', 'absent'] as const;
export type Relation = (typeof RELATIONS)[number] | 'any';
export const STATES = ['standing', 'answered', 'ended'] as const;
export type State = (typeof STATES)[number] | 'any';

/** One question of the matrix: who calls which route for what. */
export interface Cell {
  readonly route: RouteName;
  readonly asking: Asking;
  readonly relation: Relation;
  readonly state: State;
  readonly sheet: SheetName;
}

/** What is to come back, and what is to be kept. */
export interface Expected {
  readonly status: number;
  /** The type of the problem document. */
  readonly problem?: string;
  /** Whether records, or other things of a region, would be kept. Left out where it does not matter. */
  readonly keeps?: boolean;
  /** What is wrong with the contents; null when nothing is. */
  readonly contents?: (answer: Answer) => Promise<string | null> | string | null;
  /** The answer to the same question about what there is not must be the same to the byte. */
  readonly asAbsent?: boolean;
}

/** A cell with what it is about. */
export interface Where {
  readonly world: World;
  readonly client: MatrixClient;
  readonly cell: Cell;
  /** The place that the cell is about; for what is absent a place that there is not. */
  readonly unit: Unit;
}

/** What a route asks, as agreed: nothing, a session, or an act on records of a kind (that of the sheet, or any). */
export type Asks = 'open' | 'session' | readonly [KindName | 'sheet' | 'any', Act];

/** How a route is tried. */
export interface RouteCase {
  readonly asks: Asks;
  readonly relations?: readonly Relation[];
  readonly states?: readonly State[];
  /** Whether the route speaks of one sheet, and of which. */
  readonly sheets?: readonly SheetName[];
  readonly ask: (where: Where) => Promise<Ask> | Ask;
  /** Answered slowly: where only a part of the questions is asked, fewer of these are. */
  readonly slow?: boolean;
  /** What the asker said in requests before this one. */
  readonly says?: (where: Where) => unknown;
  /** What comes back to somebody who may call the route at all. */
  readonly expected: (where: Where) => Expected;
}

export function unitOf({ asking, relation }: Pick<Cell, 'asking' | 'relation'>): Unit {
  const other = asking.side === 'a' ? 'b' : 'a';
  const names: Readonly<Record<Relation, UnitName | null>> = { own: `${asking.side}1`, sibling: `${asking.side}2`, mixed: 'x1', unrelated: `${other}1`, absent: null, any: `${asking.side}1` };
  const name = names[relation];
  return name === null ? NOWHERE_UNIT : UNITS[name];
}

/** The record of a sheet that a cell is about; null when there is none. */
export function recordOf({ world, cell: { sheet, state }, unit }: Where): WorldRecord | null {
  return world.records.find((one) => one.sheet === sheet && one.unit === unit.name && one.variant === state && one.answered === (state === 'answered')) ?? null;
}

/** Whether somebody may do this with a record that carries these labels. */
export function mayWith(asking: Asking, kind: KindName, act: Act, labels: readonly string[]): boolean {
  return holds(openTo(asking, kind, act), labels);
}

export const kindOfSheet = (sheet: SheetName): KindName => KIND_OF_SHEET[sheet];

const ANY_KIND: readonly KindName[] = ['reference', 'conditions', 'staff', 'students', 'learning', 'fees', 'funds', 'planning'];

/** Whether somebody may call a route at all. */
export function mayAsk(asking: Asking, asks: Asks, sheet: SheetName): boolean {
  if (asks === 'open' || asks === 'session') return true;
  const [of, act] = asks;
  const kinds = of === 'any' ? ANY_KIND : [of === 'sheet' ? kindOfSheet(sheet) : of];
  return kinds.some((kind) => openTo(asking, kind, act) !== null);
}

export const done = (status: number, more: Partial<Expected> = {}): Expected => ({ status, ...more });
export const refused = (status: number, problem: string, more: Partial<Expected> = {}): Expected => ({ status, problem, keeps: false, ...more });

/** What two sets differ in, in words; null when they are equal. */
export function difference(found: Iterable<string>, wanted: Iterable<string>): string | null {
  const [have, want] = [new Set(found), new Set(wanted)];
  const [extra, missing] = [[...have].filter((one) => !want.has(one)), [...want].filter((one) => !have.has(one))];
  return extra.length + missing.length === 0 ? null : `not to be seen: ${extra.slice(0, 5).join(', ')}; missing: ${missing.slice(0, 5).join(', ')}`;
}
