import type { Role } from '../core/access/roles.ts';
import { quzhou2024 } from '../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import type { Context } from './database.ts';
import { loadMatter } from './matters/matter.ts';
import { openMatter } from './matters/open-matter.ts';
import { stepMatter, type Stepping } from './matters/step-matter.ts';
import type { MadeAccount } from './made-people.ts';
import { revisePlan } from './plans.ts';
import type { Transaction } from './transaction.ts';

interface Planners {
  readonly as: Context;
  readonly somebody: (role: Role, org_id: string) => Promise<MadeAccount>;
  readonly of: (who: MadeAccount) => Promise<Context>;
}

/** What a college plans with its schools; `department` co-ordinates, `bureau` too. */
export interface MadePlan {
  readonly year: number;
  readonly college: string;
  readonly department: string;
  readonly bureau: string;
  readonly lines: readonly { readonly programme_id: string; readonly school_id: string; readonly heads: number }[];
}

const TODAY: PlainDate = date('2025-05-20');
const RECEIPT = (number: string) => ({ number, on: TODAY });

/** A plan that went its whole way, from the lines to both receipts, each step by whoever takes it; answers its matter. For tests. */
export async function madeFiledPlan({ as, somebody, of }: Planners, { year, college, department, bureau, lines }: MadePlan): Promise<number> {
  const given = { pack: quzhou2024, today: TODAY };
  const acting = async <A extends { readonly outcome: string }>(who: MadeAccount, work: (tx: Transaction) => Promise<A>): Promise<A> => {
    const answer = await (await of(who)).write(work);
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer).slice(0, 1000));
    return answer;
  };
  const programme = await somebody('college_programme', college);
  const opened = await acting(programme, (tx) => openMatter(tx, { kind: 'enrolment_plan', subject: college, details: { year, department } }, given));
  if (opened.outcome !== 'done') throw new Error(opened.outcome);
  const { matter_id } = opened;
  const version = async (): Promise<number> => (await as.read((tx) => loadMatter(tx, matter_id)))?.version ?? 0;
  const step = async (who: MadeAccount, act: string, more: Partial<Stepping> = {}) => {
    const seen = await version();
    await acting(who, (tx) => stepMatter(tx, { matter_id, act, version: seen, ...more }, given));
  };
  const drawn = lines.map(({ programme_id, heads }) => ({ programme_id, secondary_heads: heads, reason: '扩建在建' }));
  const seen = await version();
  await acting(programme, (tx) => revisePlan(tx, { matter_id, version: seen, lines: drawn }, given));
  for (const school of new Set(lines.map(({ school_id }) => school_id))) await step(await somebody('school_head', school), 'sign_school', { details: { school } });
  await step(programme, 'sign_college');
  await step(programme, 'table', { reason: '提请审定' });
  await step(await somebody('department', department), 'coordinate_drc', { reason: '同意' });
  await step(await somebody('city_bureau', bureau), 'coordinate_bureau', { reason: '同意' });
  await step(await somebody('college_leadership', college), 'resolve', {
    documents: [{ name: '纪要.pdf', sha256: 'a'.repeat(64) }], votes: { members: 9, present: 8, for: 7, against: 0, abstained: 1 },
    details: { ...RECEIPT('招委〔2025〕1号'), attendees: '甲、乙、丙' },
  });
  await step(programme, 'file_exam', { details: RECEIPT('考〔2025〕1号') });
  await step(programme, 'file_province', { details: RECEIPT('教〔2025〕1号') });
  return matter_id;
}
