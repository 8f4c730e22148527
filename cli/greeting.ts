import { readFileSync } from 'node:fs';
import { judgedRegion } from '../api/kept-verdicts.ts';
import { SAMPLE_ACCOUNT, SAMPLE_DAY, samplePasswordFile } from '../api/sample-region.ts';
import { summaryOf } from '../core/check/check.ts';
import { OUTCOMES } from '../core/check/phrases.ts';
import { packs } from '../core/policy/packs.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Outcome } from '../core/verdict/verdict.ts';
import { today } from '../store/clock.ts';
import type { Database } from '../store/database.ts';
import { programActor } from '../store/program-actor.ts';
import { listRegions, type Region } from '../store/regions.ts';
import { print } from './command.ts';

/** What is said on the terminal once the server answers: its address, the sample's account, how each campus stands. */
export async function greet(database: Database, address: string, dataDir: string, lang: Language): Promise<void> {
  const zh = lang === 'zh';
  print(`${zh ? '贯通已启动' : 'Guantong is running'}: ${address}`);
  const regions = await listRegions(database);
  if (regions.length === 0) print(zh ? '尚未设立地区，请在浏览器中完成首次设置。' : 'No region yet: complete the first set-up in the browser.');
  for (const region of regions) {
    if (region.sample) print(sampleAccount(dataDir, zh));
    await printVerdicts(database, region, lang);
  }
}

function sampleAccount(dataDir: string, zh: boolean): string {
  const file = samplePasswordFile(dataDir);
  try {
    const [account, password] = readFileSync(file, 'utf8').split('\n');
    return zh ? `示例账号 ${account}，密码 ${password}（各职务的账号都在 ${file}）` : `Sample account ${account}, password ${password} (an account for each role is in ${file})`;
  } catch {
    return zh ? `示例账号 ${SAMPLE_ACCOUNT}` : `Sample account ${SAMPLE_ACCOUNT}`;
  }
}

async function printVerdicts(database: Database, region: Region, lang: Language): Promise<void> {
  const pack = packs.get(region.pack);
  if (pack === undefined) return;
  const on = region.sample ? SAMPLE_DAY : today();
  const { result } = await database.as(programActor(region.region_id)).read((tx) => judgedRegion(tx, pack, { on }));
  print(`${region.name} · ${on}`);
  for (const { name, campus_id, verdicts } of result.campuses) {
    const counts = Object.entries(summaryOf(verdicts)).map(([outcome, many]) => `${OUTCOMES[outcome as Outcome].mark} ${OUTCOMES[outcome as Outcome][lang]} ${many}`);
    print(`  ${name} (${campus_id})  ${counts.join('  ')}`);
  }
}
