import type { Context } from 'hono';
import type { CoverTable } from '../core/insurance/table.ts';
import { mayTouch } from '../core/access/reach.ts';
import { decimal } from '../core/values/exact.ts';
import { fenOf, sumOf, yuanText } from '../core/values/fen.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { coverageOn } from '../store/insurance/coverage.ts';
import { correctPolicy, coverStudents, listPolicies, recordPolicy, type PolicyOutcome, type StoredPolicy } from '../store/insurance/policies.ts';
import { coverPaper, coverTable } from '../store/insurance/table.ts';
import type { Transaction } from '../store/transaction.ts';
import { coverWorkbook } from '../workbook/cover-table.ts';
import { lawNow } from './agreements.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { askerOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { whyNoPolicy } from './internship-refusals.ts';
import { directoryOf, type Directory } from './internship-posts.ts';
import { isDone, once, type NotDone } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type InsuranceHandlers = Pick<Handlers, 'readCoverage' | 'recordPolicy' | 'correctPolicy' | 'coverStudents' | 'downloadCoverageWorkbook' | 'downloadCoveragePaper'>;

/** R4-j: what the school took out, and whom it leaves uncovered. */
export function insuranceHandlers(deps: Deps): InsuranceHandlers {
  return {
    readCoverage: (c) => storeOf(deps, c).read(async (tx) => {
      const { on: asked, school_id = null } = c.req.valid('query');
      const law = await lawNow(deps, tx);
      const on = asked ?? law.on;
      const names = await directoryOf(tx);
      const [coverage, policies] = [await coverageOn(tx, { school_id, on }, law), await listPolicies(tx, { school_id, since: on })];
      const named = <T extends { readonly school_id: string }>(one: T) => ({ ...one, school: nameOf(names, one.school_id) });
      return c.json({
        on, policies: policies.map((one) => policyView(tx, one, names)), schools: coverage.schools.map(named), uncovered: coverage.uncovered.map((one) => ({ ...one, gaps: [...one.gaps] })),
        premiums: premiumsOf(policies).map(named), own_school: ownSchool(c, tx),
      }, 200);
    }),
    recordPolicy: async (c) => {
      const { covering, premium_yuan, school_id, ...asked } = c.req.valid('json');
      const answer = await once(deps, c, { covering, premium_yuan, school_id, ...asked }, async (tx) =>
        done(await recordPolicy(tx, school_id, { ...asked, premium_fen: fenOf(decimal(premium_yuan)) }, covering, await lawNow(deps, tx))));
      return isDone(answer) ? c.json(answer.value, 201) : notRecorded(c, answer);
    },
    correctPolicy: async (c) => {
      const { premium_yuan, ...asked } = c.req.valid('json');
      const { policy_id } = c.req.valid('param');
      const answer = await once(deps, c, { policy_id, premium_yuan, ...asked }, async (tx) => done(await correctPolicy(tx, idOf(policy_id), { ...asked, premium_fen: fenOf(decimal(premium_yuan)) })));
      return isDone(answer) ? c.json(answer.value, 201) : notRecorded(c, answer);
    },
    coverStudents: async (c) => {
      const covering = c.req.valid('json');
      const { policy_id } = c.req.valid('param');
      const answer = await once(deps, c, { policy_id, ...covering }, async (tx) => done(await coverStudents(tx, idOf(policy_id), covering, await lawNow(deps, tx))));
      return isDone(answer) ? c.json(answer.value, 201) : notRecorded(c, answer);
    },
    downloadCoverageWorkbook: async (c) => {
      const found = await tableOf(deps, c, c.req.valid('query'), async (tx, table) => coverWorkbook(table, (await placeOf(tx)).region.sample));
      return found === null ? refuse(c, 'unknown_policy') : attachment(c, `${found.name}.xlsx`, XLSX, found.bytes);
    },
    downloadCoveragePaper: async (c) => {
      const found = await tableOf(deps, c, c.req.valid('query'), coverPaper);
      return found === null ? refuse(c, 'unknown_policy') : attachment(c, `${found.name}.pdf`, 'application/pdf', found.bytes);
    },
  };
}

const nameOf = ({ organisations }: Directory, org_id: string): string => organisations.get(org_id)?.name ?? org_id;

function policyView(tx: Transaction, { policy_id, premium_fen, scopes, recorded_at: _at, ...one }: StoredPolicy, names: Directory) {
  return { ...one, policy_id: String(policy_id), school: nameOf(names, one.school_id), premium_yuan: yuanText(premium_fen), may_write: mayTouch(tx.actor.reach, 'policies', 'write', scopes) };
}

/** What each school paid for these policies. */
function premiumsOf(policies: readonly StoredPolicy[]) {
  const schools = [...new Set(policies.map(({ school_id }) => school_id))];
  return schools.map((school_id) => ({ school_id, premium_yuan: yuanText(sumOf(policies.filter((one) => one.school_id === school_id), ({ premium_fen }) => premium_fen)) }));
}

function ownSchool(c: Context<ApiEnv>, tx: Transaction): string | null {
  return askerOf(c).holder.roles.find(({ role, org_id }) => role === 'school_registrar' && org_id !== null && mayTouch(tx.actor.reach, 'policies', 'write', [`org:${org_id}`]))?.org_id ?? null;
}

type NotRecorded = Exclude<PolicyOutcome, { readonly outcome: 'done' }>;

function done(answer: PolicyOutcome) {
  return answer.outcome === 'done' ? { outcome: 'done' as const, value: { policy_id: String(answer.value.policy_id), covered: answer.value.covered } } : answer;
}

function notRecorded(c: Context<ApiEnv>, answer: NotRecorded | NotDone) {
  return answer.outcome === 'policy_refused' ? refuse(c, answer.outcome, whyNoPolicy(answer.why)) : refuse(c, answer.outcome);
}

/** A school's table in the form that `write` gives it; whoever takes it along is written down. */
function tableOf(
  deps: Deps, c: Context<ApiEnv>, { on, school_id }: { on?: PlainDate | undefined; school_id: string }, write: (tx: Transaction, table: CoverTable) => Promise<Uint8Array>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  return storeOf(deps, c).disclose(async (tx) => {
    const law = await lawNow(deps, tx);
    const table = await coverTable(tx, { school_id, on: on ?? law.on }, law);
    if (table === null) {
      tx.discard();
      return null;
    }
    await tx.audit({ action: 'insurance.table', object: `schools/${school_id}`, detail: { on: table.on, rows: table.uncovered.length } });
    return { name: `${table.school}保险投保与覆盖表 ${table.on}`, bytes: await write(tx, table) };
  });
}
