import type { Context } from 'hono';
import QRCode from 'qrcode';
import { isOwnPassword } from '../store/accounts.ts';
import { programActor } from '../store/program-actor.ts';
import { readRegion } from '../store/regions.ts';
import { beginFactor, confirmFactor, takeCode } from '../store/second-factor.ts';
import type { Handlers } from './app.ts';
import { type Deps } from './deps.ts';
import type { ApiEnv, Asker } from './environment.ts';
import { refuse } from './refuse.ts';
import { attemptAt, renew, waiting } from './session.ts';
import { sessionView } from './session-view.ts';

/** The second step of signing in, and setting up what it takes. */
export function factorHandlers(deps: Deps): Pick<Handlers, 'showFactor' | 'beginFactor' | 'confirmFactor'> {
  return {
    showFactor: async (c) => {
      const asker = someone(c);
      if (asker.level === 'enrol') return refuse(c, 'second_factor_first');
      const who = attemptAt(deps, c, guessedAt(asker));
      const seconds = deps.delay.attempt(who);
      if (seconds > 0) return waiting(c, seconds);
      const { outcome } = await ownStore(deps, asker).write((tx) => takeCode(tx, c.req.valid('json').code));
      if (outcome === 'wrong_code') return refuse(c, 'wrong_code');
      deps.delay.succeeded(who);
      return signedIn(deps, c, asker);
    },
    beginFactor: async (c) => {
      const asker = someone(c);
      // Who has only shown a password sets up the first factor with it, never another in place of one that is there.
      if (asker.level === 'factor') return refuse(c, 'second_factor_first');
      if (asker.level === 'full') {
        const who = attemptAt(deps, c, `password/${guessedAt(asker)}`);
        const seconds = deps.delay.attempt(who);
        if (seconds > 0) return waiting(c, seconds);
        const { password = '' } = c.req.valid('json');
        if (!await ownStore(deps, asker).read((tx) => isOwnPassword(tx, password))) return refuse(c, 'wrong_password');
        deps.delay.succeeded(who);
      }
      const region = await deps.database.as(programActor(asker.actor.region_id)).read(readRegion);
      const setUp = await ownStore(deps, asker).write((tx) => beginFactor(tx, `贯通 ${region?.name ?? ''}`.trim()));
      return c.json({ ...setUp, qr_svg: await QRCode.toString(setUp.uri, { type: 'svg' }) }, 200);
    },
    confirmFactor: async (c) => {
      const asker = someone(c);
      if (asker.level === 'factor') return refuse(c, 'second_factor_first');
      const who = attemptAt(deps, c, guessedAt(asker));
      const seconds = deps.delay.attempt(who);
      if (seconds > 0) return waiting(c, seconds);
      const reply = await ownStore(deps, asker).write((tx) => confirmFactor(tx, c.req.valid('json').code));
      if (reply.outcome !== 'done') return refuse(c, reply.outcome);
      deps.delay.succeeded(who);
      const renewed = await renew(deps, c, asker, { level: 'full', factor: true });
      if (renewed === null) return refuse(c, 'sign_in_first');
      return c.json({ recovery_codes: reply.recovery_codes, session: await sessionView(deps, renewed) }, 200);
    },
  };
}

async function signedIn(deps: Deps, c: Context<ApiEnv>, asker: Asker) {
  const renewed = await renew(deps, c, asker, { level: 'full', factor: true });
  return renewed === null ? refuse(c, 'sign_in_first') : c.json(await sessionView(deps, renewed), 200);
}

/** Whoever has at least shown a password; a program has no second factor. */
function someone(c: Context<ApiEnv>): Asker {
  const asker = c.get('halfway') ?? c.get('asker');
  if (asker === null) throw new Error('a route of the second step was reached by nobody');
  return asker;
}

const guessedAt = ({ actor }: Asker): string => `factor/${actor.region_id}/${actor.account}`;
const ownStore = ({ database }: Deps, { actor }: Asker) => database.as(actor);
