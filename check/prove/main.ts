import { parseArgs } from 'node:util';
import { access } from './access.ts';
import { allocations } from './allocation-twins.ts';
import { approvals } from './approvals.ts';
import { commits } from './commit-lost.ts';
import { duties } from './duties.ts';
import { documents } from './documents.ts';
import { disk, kill } from './dying.ts';
import { forecasts } from './forecast-twins.ts';
import { requests } from './fuzz.ts';
import { graduation } from './graduation.ts';
import { graduationKills } from './graduation-kills.ts';
import { graduationLists } from './graduation-lists.ts';
import { graduationStore } from './graduation-store.ts';
import { leaks } from './leaks.ts';
import { ledger } from './ledger.ts';
import { lives } from './lives.ts';
import { relay } from './relay-faults.ts';
import { reports } from './reports.ts';
import { rolls } from './rolls.ts';
import { stepUp } from './step-up.ts';
import { outbox } from './outbox.ts';
import type { Proof } from './proof.ts';
import { scripts } from './scripts.ts';
import { settle } from './settle.ts';
import { years } from './six-years.ts';
import { tampering } from './tampering.ts';
import { twins } from './twins.ts';
import { workbooks } from './workbooks.ts';

/** Everything that is shown at length, in this order. */
const PROOFS: readonly Proof[] = [twins, settle, ledger, relay, graduation, graduationLists, graduationStore, graduationKills, lives, rolls, stepUp, forecasts, allocations, access, approvals, tampering, documents, reports, kill, disk, leaks, commits, requests, workbooks, scripts, duties, years, outbox];

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } }, allowPositionals: true });
const count = values.count === undefined ? null : Number(values.count);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const unknown = positionals.filter((name) => !PROOFS.some((proof) => proof.name === name));
if ((count !== null && (!Number.isSafeInteger(count) || count < 1)) || !Number.isSafeInteger(seed) || unknown.length > 0) {
  process.stderr.write(`usage: npm run prove -- [${PROOFS.map(({ name }) => name).join('|')}]… [--seed N] [--count N]\n`);
  process.exit(2);
}

const say = (line: string): void => { process.stdout.write(`${line}\n`); };
for (const proof of PROOFS) {
  if (positionals.length > 0 && !positionals.includes(proof.name)) continue;
  const started = performance.now();
  const { holds, figures } = await proof.run({ seed, count, say });
  say(`${holds ? 'holds' : 'FAILS'}  ${proof.name}  ${figures}; ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!holds) process.exitCode = 1;
}
