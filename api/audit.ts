import { chainState, listEntries } from '../store/audit-page.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';

/** The audit, for whoever may read it; to read it is an act of its own. */
export function auditHandlers(deps: Deps): Pick<Handlers, 'listAudit' | 'readAuditState'> {
  return {
    listAudit: (c) => storeOf(deps, c).disclose(async (tx) => {
      const { page, per_page, action, actor, object, from, to } = c.req.valid('query');
      const asked = {
        ...(action !== undefined && { action }), ...(actor !== undefined && { actor }), ...(object !== undefined && { object }),
        ...(from !== undefined && { from }), ...(to !== undefined && { to }),
      };
      const { total, entries } = await listEntries(tx, { ...asked, offset: (page - 1) * per_page, limit: per_page });
      await tx.audit({ action: 'audit.read', object: 'audit', detail: { ...asked, page, per_page } });
      return c.json({ total, page, per_page, entries }, 200);
    }),
    readAuditState: async (c) => {
      const { region_id } = askerOf(c).actor;
      const state = await storeOf(deps, c).read(chainState);
      const verified = await deps.sealer?.verified?.(region_id) ?? null;
      return c.json({ ...state, stuck: deps.sealer?.state().stuck ?? null, verified }, 200);
    },
  };
}
