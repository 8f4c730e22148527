import type { Severity } from '../../core/approvals/matters/finding.ts';
import { whole } from '../../core/duties/declaration.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { addDays, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { openMatter, type Opened } from '../matters/open-matter.ts';
import type { KeptVerdict } from '../matters/matter.ts';
import type { Transaction } from '../transaction.ts';

/** What is found wanting at a school. */
export interface Found {
  readonly school_id: string;
  readonly clause: string;
  readonly severity: Severity;
  /** What shows it, in one line. */
  readonly evidence: string;
  /** Null where people looked and nothing was judged. */
  readonly verdict: KeptVerdict | null;
}

/** S3-e: opens a finding in the name of whoever acts, due when its severity says (B48). Null on a day without rules. */
export async function openFinding(tx: Transaction, { school_id, clause, severity, evidence, verdict }: Found, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<Opened | null> {
  const days = whole(parametersOn(pack.parameters, today).get(`rectify.days.${severity}`)?.value);
  if (days === null) return null;
  return openMatter(tx, { kind: 'finding', subject: school_id, details: { clause, severity, evidence, due: addDays(today, days) }, verdicts: verdict === null ? [] : [verdict] }, { pack, today });
}
