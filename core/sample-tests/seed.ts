import { sha256 } from './sha256.ts';

/**
 * Where the seed of a draw comes from, said before the list is closed: a number that others make public on a day, or a
 * text whose hash was made public, so that nobody can choose the sample by choosing the seed.
 */
export type SeedSource =
  | { readonly way: 'public'; readonly source: string }
  | { readonly way: 'committed'; readonly commitment: string };

/** Whether a seed is the one that was announced; of a public number anybody can look it up, so that it only has to say something. */
export function isAnnounced(seed: string, announced: SeedSource): boolean {
  return announced.way === 'committed' ? sha256(seed) === announced.commitment : seed.trim() !== '';
}
