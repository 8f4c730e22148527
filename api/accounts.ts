import { activate, issueAgain, issueCodes, type IssuedCode, type Issuing } from '../store/activations.ts';
import { readPersonOf } from '../store/people.ts';
import { dropFactor } from '../store/second-factor.ts';
import { endAllOf } from '../store/sessions.ts';
import type { Handlers } from './app.ts';
import type { Deps } from './deps.ts';
import { isDone, once, onceTold, type Change, type Told } from './once.ts';
import { personView, type PersonView } from './people.ts';
import { refuse } from './refuse.ts';
import { attemptAt, waiting } from './session.ts';
import { slipsOf } from './slips.ts';
import { weakPassword } from './weak-password.ts';

/** Slips, what they do, and taking a second factor away. */
export function accountHandlers(deps: Deps): Pick<Handlers, 'activateAccount' | 'issueCodes' | 'resetFactor'> {
  return {
    activateAccount: async (c) => {
      const { code, password } = c.req.valid('json');
      // Nobody guesses 80 bits; what is slowed is trying, from one address.
      const who = attemptAt(deps, c, null);
      const seconds = deps.delay.attempt(who);
      if (seconds > 0) return waiting(c, seconds);
      const reply = await activate(deps.database, code, password);
      if (reply.outcome === 'wrong_code') return refuse(c, 'code_not_valid');
      deps.delay.succeeded(who);
      if (reply.outcome === 'weak_password') return weakPassword(c, 'json.password', reply.fault);
      return c.json({ account: reply.account, name: reply.name }, 200);
    },
    issueCodes: async (c) => {
      const { accounts } = c.req.valid('json');
      const reply = await onceTold<readonly string[], readonly IssuedCode[], NotIssued>(deps, c, { accounts }, {
        work: async (tx) => {
          const issued = await issueCodes(tx, accounts);
          if (issued.outcome === 'done') await tx.audit({ action: 'account.codes', object: `accounts/${accounts.length === 1 ? accounts[0] : '*'}`, detail: { accounts } });
          return issued.outcome === 'done' ? toldCodes(issued.codes) : issued;
        },
        again: async (tx, kept) => {
          const issued = await issueAgain(tx, kept);
          return issued.outcome === 'done' ? toldCodes(issued.codes) : issued;
        },
      });
      return isDone(reply) ? c.json({ slips: await slipsOf(deps, c, reply.value) }, 200) : refuse(c, reply.outcome);
    },
    resetFactor: async (c) => {
      const { account } = c.req.valid('json');
      const reply = await once(deps, c, { account }, async (tx): Promise<Change<PersonView> | { outcome: 'unknown_account' | 'oneself' }> => {
        const person = await readPersonOf(tx, account);
        if (person === null || person.state === 'closed') return { outcome: 'unknown_account' };
        if (account === tx.actor.account) return { outcome: 'oneself' };
        await dropFactor(tx, account);
        await endAllOf(tx, [account]);
        return { outcome: 'done', value: personView({ ...person, factor: false }) };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
  };
}

type NotIssued = Exclude<Issuing, { readonly outcome: 'done' }>;

/** What is kept under the request's key are the accounts: the codes are kept nowhere. */
function toldCodes(codes: readonly IssuedCode[]): Told<readonly string[], readonly IssuedCode[]> {
  return { outcome: 'done', value: codes, kept: codes.map(({ account }) => account) };
}
