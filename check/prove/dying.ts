import { fillTheDisk, noSmallDisk } from './full-disk.ts';
import { killAtRandom } from './kill.ts';
import type { Proof } from './proof.ts';

const MOMENTS = 200;
const ROUNDS = 6;

/** SIGKILL of server and database at random moments while somebody works. */
export const kill: Proof = {
  name: 'kill',
  run: async ({ seed, count, say }) => {
    const { kills, acts, rows, lost, doubled } = await killAtRandom(count ?? MOMENTS, seed, say);
    for (const one of lost) say(`lost: ${one}`);
    const many = Object.entries(kills).map(([victim, times]) => `${times} × ${victim}`).join(', ');
    return { holds: lost.length === 0 && doubled === 0, figures: `killed ${many} (seed ${seed}): ${acts} acts and ${rows} rows acknowledged, ${lost.length} lost, ${doubled} doubled; the directory opened each time` };
  },
};

/** A disk without space, under the tables and under the write-ahead log. */
export const disk: Proof = {
  name: 'disk',
  run: async ({ count }) => {
    const why = noSmallDisk();
    if (why !== null) return { holds: false, figures: `not tried: this machine gives us no disk of our own (${why})` };
    const { statuses, said, lost, doubled, recovered_ms } = await fillTheDisk(count ?? ROUNDS);
    const many = Object.entries(statuses).map(([status, times]) => `${times} × ${status}`).join(', ');
    const clear = Object.keys(statuses).every((status) => ['201', '503', '507'].includes(status));
    return { holds: clear && lost === 0 && doubled === 0, figures: `full disk: ${many} (${said.join(', ')}); ${lost} lost, ${doubled} doubled; stored again ${recovered_ms} ms after there was space` };
  },
};
