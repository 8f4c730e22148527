import { hash, verify } from '@node-rs/argon2';

/** What OWASP asks of Argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const COST_IN_HASH = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

/** Verified when there is no such account, so that a guess takes as long either way. */
let nobody: Promise<string> | null = null;

/** The password as it is kept: Argon2id with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is the one of this hash; takes as long where there is none. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? await (nobody ??= hash('nobody', COST)), password);
  return right && kept !== null;
}

/** Whether a hash was made at a lower cost than today's, and should be made anew at the next sign-in. */
export function isCheap(kept: string): boolean {
  const [, memory, time] = COST_IN_HASH.exec(kept) ?? [];
  return Number(memory ?? 0) < COST.memoryCost || Number(time ?? 0) < COST.timeCost;
}
