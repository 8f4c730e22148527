import { sheets, type SheetName } from '../../core/exchange/sheets.ts';
import type { Bilingual } from '../../core/values/bilingual.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import { registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

export const roundOpen: AskGuard = async (whole, { matter }) => {
  const [round] = await whole.query<{ state: string }>('select state from matters where region_id = $1 and matter_id = $2', [whole.actor.region_id, matter.part_of]);
  return round?.state === 'collecting' ? holds : held('本轮收集已经结束', 'The round is over');
};

/** Each sheet that the round asks for has a record of the school, or the school says that there is none: missing is not zero. */
export const sheetsReported: AskGuard = async (whole, { matter, given }) => {
  const asked = await sheetsOfRound(whole, matter.part_of);
  const none = new Set(given.none);
  const [missing, denied]: [SheetName[], SheetName[]] = [[], []];
  for (const sheet of asked) {
    const there = await hasRecord(whole, sheet, matter.subject);
    if (!there && !none.has(sheet)) missing.push(sheet);
    if (there && none.has(sheet)) denied.push(sheet);
  }
  const [no, none_of] = [labels(denied), labels(missing)];
  if (denied.length > 0) return held(`已有记录，不能确认为无：${no.zh}`, `There are records, so it is not none: ${no.en}`);
  return missing.length === 0 ? holds : held(`尚未上报，也未确认为无：${none_of.zh}`, `Not reported, nor said to be none: ${none_of.en}`);
};

function labels(names: readonly SheetName[]): Bilingual {
  return { zh: names.map((name) => sheets[name].label.zh).join('、'), en: names.map((name) => sheets[name].label.en).join(', ') };
}

async function sheetsOfRound(whole: Transaction, round: number | null): Promise<readonly SheetName[]> {
  const [row] = await whole.query<{ sheets: SheetName[] }>(
    `select details -> 'sheets' as sheets from matter_entries where region_id = $1 and matter_id = $2 and act = 'open'`, [whole.actor.region_id, round]);
  return row?.sheets ?? [];
}

async function hasRecord(whole: Transaction, sheet: SheetName, school_id: string): Promise<boolean> {
  const [row] = await whole.arrays(
    `select exists (select 1 from ${registerNamed(sheet).table} r where r.region_id = $1 and ${standing('r')} and r.scopes && $2::text[])`, [whole.actor.region_id, [`org:${school_id}`]]);
  return row?.[0] === true;
}

/** Every school is verified, or just those that are not are named. */
export const returnsSettled: AskGuard = async (whole, { matter, given }) => {
  const rows = await whole.query<{ subject: string }>(
    `select subject from matters where region_id = $1 and part_of = $2 and state <> 'verified' order by subject`, [whole.actor.region_id, matter.matter_id]);
  const unsettled = rows.map(({ subject }) => subject);
  if (unsettled.join() === [...given.missing ?? []].sort().join()) return holds;
  if (unsettled.length === 0) return held('各校均已核验，没有未报单位可写', 'Every school is verified: none is to be named');
  const schools = await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', unsettled);
  const names = unsettled.map((id) => schools.find(({ org_id }) => org_id === id)?.name ?? id);
  return held(`尚未核验：${names.join('、')}。结束收集须写明这些单位`, `Not verified yet: ${names.join(', ')}. To end the round, name them`);
};
