import type { MadeSheets } from './made-sheets.ts';
import type { Random } from './random.ts';

export const DIVISIONS = ['330802', '330803', '330822', '330824', '330825', '330881'] as const;

/** A campus that is being made up. */
export interface MadeCampus {
  readonly id: string;
  readonly school: string;
  readonly day: string;
  readonly random: Random;
  /** How many students it is to have. */
  readonly heads: number;
  /** Never none. */
  readonly programmes: readonly string[];
  readonly majors: readonly string[];
  readonly sheets: MadeSheets;
}
