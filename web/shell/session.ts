import { useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback } from 'react';
import type { Bilingual } from '../../core/values/bilingual.ts';
import type { Kind } from '../../core/access/kinds.ts';
import type { Action } from '../../core/access/policy-table.ts';
import type { Role } from '../../core/access/roles.ts';
import { endIsSeen } from '../session-end.ts';

/** `students.read`: something that may be done at all; with which records, the server decides. */
export type Permission = `${Kind}.${Action}`;

interface HeldRole {
  readonly role: Role;
  readonly name: Bilingual;
  readonly org_id: string | null;
  readonly organisation: string | null;
}

/** Who is signed in, as what, and what they may do: the shape that `GET /api/session` answers with. */
export interface Session {
  readonly account: { readonly account: string; readonly name: string } | null;
  /** `factor` and `enrol`: the password was right, the second factor comes next or is yet to be set up. */
  readonly level: 'full' | 'factor' | 'enrol' | null;
  readonly roles: readonly HeldRole[];
  /** Address of the page to begin with. */
  readonly landing: string | null;
  readonly may: readonly Permission[];
  readonly sample: boolean;
  readonly sample_accounts: readonly { readonly account: string; readonly role: Role }[];
  readonly single_sign_on: boolean;
}

export const NOBODY: Session = {
  account: null, level: null, roles: [], landing: null, may: [], sample: false, sample_accounts: [], single_sign_on: false,
};

export const SESSION_KEY = ['session'] as const;

/** @throws Error when the server does not answer. */
export async function fetchSession(): Promise<Session> {
  const reply = await fetch('/api/session', { headers: { accept: 'application/json' } });
  if (!reply.ok) throw new Error(`session: ${reply.status}`);
  return (await reply.json()) as Session;
}

/** A session that is found ended stays until somebody has answered for it: the page and what was typed on it are kept. */
export function useSessionQuery() {
  return useQuery({
    queryKey: SESSION_KEY, staleTime: 60_000, retry: 1,
    queryFn: async ({ client }) => {
      const before = client.getQueryData<Session>(SESSION_KEY);
      const now = await fetchSession();
      if (before?.level !== 'full' || now.level !== null) return now;
      endIsSeen();
      return before;
    },
  });
}

const SessionContext = createContext<Session>(NOBODY);

export const SessionProvider = SessionContext.Provider;

/** The session that the page stands on; nobody's outside of one. */
export function useSession(): Session {
  return use(SessionContext);
}

/** Whether the person may do one of these things: menus and buttons that are of no use to somebody are not there. */
export function useMay(): (...permissions: readonly Permission[]) => boolean {
  const { may } = useSession();
  return useCallback((...permissions) => permissions.some((permission) => may.includes(permission)), [may]);
}

/** Roles that come for their own records only: one column, no menu of the office's work. */
const PLAIN: ReadonlySet<Role> = new Set<Role>(['student', 'guardian', 'enterprise']);

export function isPlain({ roles }: Session): boolean {
  return roles.length > 0 && roles.every(({ role }) => PLAIN.has(role));
}
