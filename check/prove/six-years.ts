import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { passingSigner } from '../../store/checkpoint-key.ts';
import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { sealAll, verify } from './made-acts.ts';
import type { Proof } from './proof.ts';
import { compareDuties, dutiesAsTheyStand } from './years/compare-duties.ts';
import { contradictions, taughtOut } from './years/consistency.ts';
import { DUTY_LINES } from './years/duty-lines.ts';
import { growSixYears, LAST_DAY, reckon, type Grown } from './years/grow.ts';
import { registerSpells } from './years/register-spells.ts';
import { waySpells } from './years/way-spells.ts';

/** What six years of a city came to. */
export interface SixYears {
  readonly faults: readonly string[];
  readonly figures: string;
}

/**
 * A city through six years by a fake clock: every duty that there should be stands with its days, its owners and whoever was
 * told, and no other does; registers agree at each year's end; what was written down is verified in the end.
 */
export async function sixYears(connection: PostgresConnection, { seed, intake, months }: { readonly seed: number; readonly intake: number; readonly months: number }): Promise<SixYears> {
  const faults: string[] = unknownKinds();
  const grown = await growSixYears(connection, { seed, intake, months, atYearsEnd: async ({ world, city }, day) => { faults.push(...await contradictions(world, city, day)); } });
  try {
    const { world: { db, scene }, city } = grown;
    const spells = [...registerSpells(city, LAST_DAY), ...await waySpells(db, scene.region_id)];
    const compared = compareDuties(await dutiesAsTheyStand(db, scene.region_id), spells, LAST_DAY);
    faults.push(...grown.faults, ...compared.faults, ...await unchanged(grown), ...await unverified(grown));
    const ends = Object.entries(taughtOut(city.students, LAST_DAY)).map(([end, many]) => `${many} ${end}`).join(', ');
    return { faults, figures: `${compared.duties} duties of ${compared.kinds} kinds, ${compared.overdue} of them told to the highest; ${city.students.length} students; of the stopped school ${ends} (seed ${seed})` };
  } finally {
    await grown.close();
  }
}

/** The product's own list of duties, against that of the model. */
function unknownKinds(): string[] {
  const declared = new Set(quzhou2024.duties.map(({ id }) => id));
  return [...[...declared].filter((id) => !DUTY_LINES.has(id)).map((id) => `no line for the duty ${id}`), ...[...DUTY_LINES.keys()].filter((id) => !declared.has(id)).map((id) => `no duty ${id} any more`)];
}

/** Worked out once more nothing comes of it. */
async function unchanged({ world: { db, scene } }: Grown): Promise<string[]> {
  const before = await dutiesAsTheyStand(db, scene.region_id);
  await reckon(db, scene.region_id, LAST_DAY);
  const after = new Set(await dutiesAsTheyStand(db, scene.region_id));
  return before.filter((text) => !after.has(text)).map((text) => `not worked out the same again: ${text}`);
}

/** `guantong verify` of the region: seals what waits, then recomputes everything. */
async function unverified({ world: { db, scene } }: Grown): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'guantong-six-years-'));
  try {
    const checkpoints = { directory, signer: passingSigner() };
    await sealAll(db, scene.region_id, checkpoints);
    const report = await verify(db, scene.region_id, checkpoints);
    return report.holds ? [] : report.findings.slice(0, 5).map((finding) => `verify: ${JSON.stringify(finding)}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const STUDENTS = 20;

/** `count` is how many new students each school has each autumn. */
export const years: Proof = {
  name: 'six-years',
  run: async ({ seed, count, say }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-city-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    try {
      const { faults, figures } = await sixYears(postgres.connection, { seed, intake: Math.max(9, count ?? STUDENTS), months: 1 });
      for (const fault of faults.slice(0, 40)) say(fault);
      return { holds: faults.length === 0, figures: `${figures}, ${faults.length} faults` };
    } finally {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
