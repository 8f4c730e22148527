import { readOwnAccount } from '../store/accounts.ts';
import { endListedSession, endOtherSessions } from '../store/sessions.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';

/** What somebody sees and ends of their own account. */
export function ownAccountHandlers(deps: Deps): Pick<Handlers, 'readOwnAccount' | 'endOneSession' | 'endOtherSessions'> {
  return {
    readOwnAccount: async (c) => c.json(await storeOf(deps, c).read(readOwnAccount), 200),
    endOneSession: async (c) => c.json({ ended: await storeOf(deps, c).write((tx) => endListedSession(tx, c.req.valid('param').session_id)) }, 200),
    endOtherSessions: async (c) => c.json({ ended: await storeOf(deps, c).write((tx) => endOtherSessions(tx, askerOf(c).token ?? '')) }, 200),
  };
}
