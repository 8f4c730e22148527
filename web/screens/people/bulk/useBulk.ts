import { useCallback, useRef, useState } from 'react';
import { ask, client, onceOnly } from '../../../client.ts';
import type { Slip } from '../../slips/slip.ts';

export type Whose = 'students' | 'guardians';

/** Accounts made, or slips renewed, so far. */
interface Counts {
  readonly made: number;
  /** Null while it is not known. */
  readonly left: number | null;
}

export type BulkState =
  | { readonly at: 'idle' }
  | ({ readonly at: 'working'; readonly what: 'accounts' | 'slips'; readonly stopping: boolean } & Counts)
  | ({ readonly at: 'done' | 'stopped'; readonly what: 'accounts' | 'slips' } & Counts)
  | ({ readonly at: 'failed'; readonly what: 'accounts' | 'slips'; readonly error: unknown } & Counts);

/** A part is done within a second or two, so that the progress moves and stopping is soon. */
const AT_ONCE = 100;

/** Makes accounts, or new slips, part by part. Whatever was made before a fault is kept, with its slips. */
export function useBulk() {
  const [state, setState] = useState<BulkState>({ at: 'idle' });
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const stopping = useRef(false);
  const run = async (what: 'accounts' | 'slips', part: () => Promise<{ readonly slips: readonly Slip[]; readonly left: number }>) => {
    stopping.current = false;
    let [made, left] = [0, null as number | null];
    setState({ at: 'working', what, stopping: false, made, left });
    try {
      do {
        const answer = await part();
        setSlips((now) => [...now, ...answer.slips]);
        made += answer.slips.length;
        ({ left } = answer);
        setState({ at: 'working', what, stopping: stopping.current, made, left });
        // A part without any slip would come for ever.
        if (answer.slips.length === 0) break;
      } while (left > 0 && !stopping.current);
      setState({ at: left === 0 ? 'done' : 'stopped', what, made, left });
    } catch (error) {
      setState({ at: 'failed', what, error, made, left });
    }
  };
  return {
    state, slips,
    forget: useCallback(() => setSlips([]), []),
    stop: () => {
      stopping.current = true;
      setState((now) => (now.at === 'working' ? { ...now, stopping: true } : now));
    },
    make: (school_id: string, of: Whose) =>
      run('accounts', async () => ask(client.api.people.bulk.$post({ json: { school_id, of, limit: AT_ONCE } }, onceOnly()))),
    renew: async (accounts: readonly string[]) => {
      let rest = accounts;
      await run('slips', async () => {
        const answer = await ask(client.api.accounts.codes.$post({ json: { accounts: rest.slice(0, AT_ONCE) } }, onceOnly()));
        rest = rest.slice(AT_ONCE);
        return { slips: answer.slips, left: rest.length };
      });
    },
  };
}

/** Every account of a kind that has not been activated, whichever page it is on. */
export async function accountsWaiting(kind: 'student' | 'guardian', org_id: string): Promise<readonly string[]> {
  const accounts: string[] = [];
  let after: string | null = null;
  do {
    const page: { readonly people: readonly { readonly account: string | null }[]; readonly next: string | null } =
      await ask(client.api.people.$get({ query: { kind, org_id, inactive: 'true', ...(after !== null && { after }) } }));
    accounts.push(...page.people.flatMap(({ account }) => (account === null ? [] : [account])));
    after = page.next;
  } while (after !== null);
  return accounts;
}
