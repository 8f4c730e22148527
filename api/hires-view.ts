import type { z } from '@hono/zod-openapi';
import { SUPPORT_REFUSALS, supportRules } from '../core/employment/support.ts';
import { yuanText } from '../core/values/fen.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { ParametersInForce } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { movesOfClaims } from '../store/employment/support-money.ts';
import { judgeHires, studentsAt } from '../store/employment/support.ts';
import { loadMatters } from '../store/matters/matter.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readFirmEmployment } from './contract/recommending.ts';

type View = z.infer<(typeof readFirmEmployment.responses)[200]['content']['application/json']['schema']>;
const NO_RULES = { zh: '当日没有生效的补助规则', en: 'No rule on support is in force on that day' };

/** M10-d: graduates recorded at a firm are its own people: it sees their names, and what stands in the way of support. */
export function hiresOf(tx: Transaction, firms: readonly string[], on: PlainDate, parameters: ParametersInForce): Promise<Pick<View, 'hires' | 'support_per_head_yuan'>> {
  const rules = supportRules(parameters);
  return tx.whole(async (whole) => {
    const names = new Map((await loadRows(whole, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
    const hires: View['hires'][number][] = [];
    for (const firm_id of firms) {
      for (const { graduate, latest, why } of await judgeHires(whole, { firm_id, school_id: null, students: await studentsAt(whole, firm_id) }, on, parameters)) {
        // Whoever went elsewhere since is theirs no more.
        if (graduate === null || latest?.employer_id !== firm_id) continue;
        const { student_id, name, school_id } = graduate;
        hires.push({ firm_id, student_id, name, school_id, school: names.get(school_id) ?? school_id, agreed_on: latest.agreed_on, insured_from: latest.insured_from, why: why === null ? null : why === 'no_rules' ? NO_RULES : SUPPORT_REFUSALS[why] });
      }
    }
    return { hires, support_per_head_yuan: rules === null ? null : yuanText(rules.per_head_fen) };
  });
}

/** What the firms claimed, the latest first. */
export async function claimsOf(tx: Transaction, firms: readonly string[]): Promise<View['claims']> {
  const matters = (await loadMatters(tx, { kind: 'hiring_support' })).filter(({ subject }) => firms.includes(subject));
  const moves = await tx.whole((whole) => movesOfClaims(whole, matters.map(({ matter_id }) => matter_id)));
  return matters.map(({ matter_id, subject, kind, state, open, version, entries }) => ({
    matter_id: String(matter_id), firm_id: subject, state: kind.states[state]?.label ?? { zh: state, en: state }, open, version, heads: entries[0]?.details?.heads?.length ?? 0, opened_on: entries[0]?.on ?? '',
    may_drop: (kind.steps[state] ?? []).some(({ act }) => act === 'drop'), reason: entries.at(-1)?.reason ?? null,
    money: moves.filter((one) => one.matter_id === matter_id).map(({ matter_id: _, fen, ...one }) => ({ ...one, amount_yuan: yuanText(fen) })),
  })).sort((a, b) => Number(b.matter_id) - Number(a.matter_id));
}
