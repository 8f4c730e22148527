import { EVERYTHING, LOOKING_UP } from '../core/access/reach.ts';
import type { Actor } from './transaction.ts';

/** The account name under which the program itself acts. */
export const PROGRAM = 'guantong';
/** No region has this number: an actor there sees names of regions and nothing else. */
export const NOWHERE = 0;

/** The program itself, for what it does on nobody's behalf: everything of the region is in reach. */
export function programActor(region_id: number): Actor {
  return { region_id, account: PROGRAM, reach: EVERYTHING };
}

/** The program finding out who asks, before anybody acts. With every request; so it is told no more than that takes. */
export function lookupActor(region_id: number): Actor {
  return { region_id, account: PROGRAM, reach: LOOKING_UP };
}
