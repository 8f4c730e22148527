import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase } from '../../store/database.ts';
import { holderColumns, holderOf, roleDay, type HolderRow } from '../../store/held-roles.ts';
import { keySource } from '../../store/key-source.ts';
import { loadMatter } from '../../store/matters/matter.ts';
import { stepMatter } from '../../store/matters/step-matter.ts';
import { readDatabaseUrl } from '../../store/postgres/connection.ts';
import { programActor } from '../../store/program-actor.ts';

/** Approves a graduation list as somebody, in a program of its own, to be killed. */
const [url = '', dataDir = '', region = '', account = '', matter = '', today = ''] = process.argv.slice(2);
const [region_id, matter_id] = [Number(region), Number(matter)];
const database = await openDatabase(readDatabaseUrl(url), keySource(dataDir));
const [row] = await database.as(programActor(region_id)).read((tx) => tx.query<HolderRow>(
  `select ${holderColumns('$3')} from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id where a.region_id = $1 and a.account = $2`, [region_id, account, roleDay()]));
const reach = (row === undefined ? null : holderOf(row))?.reach ?? new Map();
process.stdout.write('begun\n');
const answer = await database.as({ region_id, account, reach }).write(async (tx) => {
  const version = (await loadMatter(tx, matter_id))?.version ?? 0;
  const stepped = await stepMatter(tx, { matter_id, act: 'approve', version }, { pack: DEFAULT_PACK, today: date(today) });
  if (stepped.outcome !== 'done') tx.discard();
  return stepped;
});
process.stdout.write(`${answer.outcome}\n`);
await database.close();
