import { generateSync } from 'otplib';

/** Asks the API as somebody; answers the status and the JSON. */
export type AskApi = (path: string, body: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface Enrolled {
  /** Base32, as the authenticator keeps it. */
  readonly secret: string;
  readonly recovery_codes: readonly string[];
}

/** Sets up the second factor of whoever has just shown a password; their session is full then. */
export async function enrolFactor(ask: AskApi): Promise<Enrolled> {
  const { body: setUp } = await ask('/api/session/factor/enrol', {}) as { body: { secret: string } };
  const { status, body } = await ask('/api/session/factor/confirm', { code: codeOf(setUp.secret) });
  if (status !== 200) throw new Error(`the second factor was not set up: ${JSON.stringify(body)}`);
  return { secret: setUp.secret, recovery_codes: (body as { recovery_codes: string[] }).recovery_codes };
}

/** What an authenticator shows: now, or some seconds from now. */
export function codeOf(secret: string, later_s = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later_s });
}
