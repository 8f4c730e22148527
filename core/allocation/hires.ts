import { groupBy } from '../facts/campus-rows.ts';
import { plannedCredentials } from './planned-ground.ts';
import type { Decision } from './plan.ts';
import { wholeUnit } from './offers.ts';
import type { Situation } from './situation.ts';

/** Of the teachers that a campus hires, how many at least need a master's degree or a senior title (R5-f, R5-g). */
export interface HireJson {
  readonly campus_id: string;
  readonly teachers: number;
  readonly with_master: number;
  readonly with_senior_title: number;
}

const TEACHING: ReadonlySet<string> = new Set(['teacher', 'ideology_teacher']);

export function hiresJson(situation: Situation, decisions: readonly Decision[]): HireJson[] {
  const hires = decisions.filter(({ option }) => TEACHING.has(option.kind));
  const needed = hires.length === 0 ? new Map<string, never>() : plannedCredentials(situation, decisions);
  return [...groupBy(hires, ({ campus_id }) => campus_id)].map(([campus_id, own]) => {
    const teachers = own.reduce((sum, { option, count }) => sum + count * wholeUnit(option), 0);
    const { masters = 0, ideology_masters = 0, seniors = 0 } = needed.get(campus_id) ?? {};
    return { campus_id, teachers, with_master: Math.min(teachers, Math.max(masters, ideology_masters)), with_senior_title: Math.min(teachers, seniors) };
  });
}
