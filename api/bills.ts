import { mayTouch } from '../core/access/reach.ts';
import type { Bill } from '../core/billing/bill-list.ts';
import { RATE_REFUSALS } from '../core/billing/rate.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import { sumOf, yuanText } from '../core/values/fen.ts';
import { billRunOf, type BillRun } from '../store/billing/bill-run.ts';
import { enterRate, ratesOf } from '../store/billing/rates.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { withClause } from './admission.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { nameLookup } from './names.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';

/** So many bills are shown by name. */
const MOST_SHOWN = 500;

/** R4-b, R4-d: rates of a college and what it bills by them. */
export function billHandlers(deps: Deps): Pick<Handlers, 'readBills' | 'enterFeeRate'> {
  return {
    readBills: (c) => storeOf(deps, c).read(async (tx) => {
      const { college_id, academic_year, due_on, class_id } = c.req.valid('query');
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const scopes = [`org:${college_id}`];
      const roles = askerOf(c).holder.roles.flatMap(({ role, org_id }) => (org_id === college_id ? [role] : []));
      // Whoever proposes bills and whoever approves them is shown whom they are about.
      if (!roles.includes('college_finance') && !roles.includes('college_leadership')) return refuse(c, 'unknown_entry');
      const asked = { college_id, year: academic_year, due_on, classes: class_id === undefined ? [] : [class_id] };
      const [run, everybody] = await tx.whole(async (whole) => [
        await billRunOf(whole, asked, { pack: place.pack, today: on }), class_id === undefined ? null : await billRunOf(whole, { ...asked, classes: [] }, { pack: place.pack, today: on })] as const);
      const rates = await ratesOf(tx, college_id, academic_year);
      const name = await nameLookup(tx);
      const [open] = await loadMatters(tx, { kind: 'bill_run', subject: college_id, open: true });
      const keeps = roles.includes('college_finance');
      return c.json({
        on, college_id, academic_year, due_on, has_rules: run !== null,
        rates: rates.map(({ kind, programme_id, fen, approval, items }) => ({ kind, programme_id, programme: programme_id === null ? null : name(programme_id), amount_yuan: yuanText(fen), approval, items })),
        classes: classesOf(everybody ?? run), many: run?.many ?? 0, total_yuan: yuanText(run?.total ?? 0n), digest: run?.digest ?? '', groups: groupsOf(run?.entries ?? []),
        bills: (run?.entries ?? []).slice(0, MOST_SHOWN).map(({ place: of, fen, ...bill }) => ({ ...bill, campus_id: of.campus_id, amount_yuan: fen === null ? null : yuanText(fen) })),
        open_matter: open === undefined ? null : String(open.matter_id), may_propose: keeps && open === undefined && (run?.many ?? 0) > 0, may_enter_rates: mayTouch(tx.actor.reach, 'funds', 'write', scopes),
      }, 200);
    }),
    enterFeeRate: async (c) => {
      const entry = c.req.valid('json');
      const answer = await once(deps, c, entry, async (tx) => {
        const entered = await enterRate(tx, entry);
        return entered.outcome === 'done' ? { outcome: 'done' as const, value: { rate_id: String(entered.rate_id) } } : entered;
      });
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'rate_refused' ? refuse(c, 'rate_refused', { detail: withClause(RATE_REFUSALS[answer.why]) }) : refuse(c, answer.outcome);
    },
  };
}

function classesOf(run: BillRun | null): string[] {
  return [...new Set((run?.entries ?? []).flatMap(({ class_id }) => class_id ?? []))].sort();
}

function groupsOf(entries: readonly Bill[]) {
  const groups = groupBy(entries, ({ class_id }) => class_id ?? '');
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([class_id, own]) => ({
    class_id: class_id === '' ? null : class_id, billed: own.filter(({ why }) => why === null).length, not_billed: own.filter(({ why }) => why !== null).length, total_yuan: yuanText(sumOf(own, ({ fen }) => fen ?? 0n)),
  }));
}
