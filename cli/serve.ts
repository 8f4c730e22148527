import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Deps } from '../api/deps.ts';
import { PERSONAL_CHANNELS } from '../core/messages/address.ts';
import type { Providers } from '../jobs/providers/provider.ts';
import { openLog } from '../api/log.ts';
import { loadSampleRegion, SAMPLE_DAY } from '../api/sample-region.ts';
import { createServer } from '../api/server.ts';
import { signInDelay } from '../api/sign-in-delay.ts';
import { openUploads } from '../api/uploads.ts';
import { startDuties } from '../jobs/duties.ts';
import { startOutbox } from '../jobs/outbox.ts';
import { startRetention } from '../jobs/retention.ts';
import { startSealer, type Sealer } from '../jobs/sealer.ts';
import { openSigner } from '../store/checkpoint-key.ts';
import { today } from '../store/clock.ts';
import { listRegions } from '../store/regions.ts';
import { EXIT, print, readOptions, Refused, type Command } from './command.ts';
import { readConfiguration, SETTING_OPTIONS, settingsText, type Configuration } from './configuration.ts';
import { greet } from './greeting.ts';
import { listen, type Answer, type Listening } from './listening.ts';
import { databaseRefusalText, openStore, type OpenStore } from './open-store.ts';
import { versionOf } from './program-version.ts';
import { providersOf } from './message-settings.ts';
import { signOnOf } from './sign-on-settings.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The database is given this long to end once nothing is answered any more. */
const CLOSE_MS = 5000;
const MINUTE_S = 60;
const HOUR_S = 3600;

/** `serve`: database, sample on the first start, API and pages, until it is interrupted. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { ...SETTING_OPTIONS, empty: { type: 'boolean' }, help: { type: 'boolean' } });
  if (values['help'] === true) {
    print(settingsText());
    return EXIT.done;
  }
  if (positionals.length > 0) throw new Refused('用法 / usage: guantong serve [--port N] [--empty] [--data DIR] …; guantong serve --help');
  const configuration = readConfiguration(values, process.env);
  const stop = interrupted(configuration.tls === null);
  // Listening first: a port that is taken is said before the database is touched.
  const listening = await listen(configuration);
  if (listening === null) return EXIT.open;
  let store: OpenStore;
  try {
    store = await openStore({ dataDir: configuration.data, databaseUrl: configuration.database ?? undefined, log: (line) => process.stderr.write(`${line}\n`) },
      configuration.publicAddress?.origin ?? null, configuration.seal === null ? null : { file: configuration.seal, passphrase: configuration.sealPassphrase });
  } catch (error) {
    await listening.shut();
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.open;
  }
  const jobs: { readonly stop: () => Promise<void> }[] = [];
  try {
    const log = openLog(configuration.logFile);
    const providers = providersOf(configuration);
    const sealer = sealing(configuration, store, log);
    jobs.push(sealer);
    if (values['empty'] !== true && (await listRegions(store.database)).length === 0) await loadSampleRegion(store.database, configuration.data);
    listening.answerWith(applicationOf(configuration, store, { log, sealer, providers }));
    if (configuration.tls !== null) process.on('SIGHUP', () => renew(listening, log));
    jobs.push(startDuties({ database: store.database, log, today: ({ sample }) => (sample ? SAMPLE_DAY : today()) }));
    jobs.push(startRetention({ database: store.database, log }));
    jobs.push(startOutbox({
      database: store.database, providers, origin: configuration.publicAddress?.origin ?? listening.address, today, chance: Math.random, log,
    }));
    store.postgres.announce(listening.address);
    log({ event: 'started', version: versionOf() });
    // The greeting asks the database how things stand; one that is away at that moment is no reason to stop serving.
    await greet(store.database, configuration.publicAddress?.origin ?? listening.address, configuration.data, options.lang)
      .catch((error: unknown) => log({ event: 'greeting_failed', code: error instanceof Error && 'code' in error ? String(error.code) : null }));
    await stop;
    log({ event: 'stopping' });
    return EXIT.done;
  } finally {
    await listening.shut();
    await closeWithin(store, jobs);
  }
};

/** What is written down is put in order behind the audit chain from the first moment on, the sample's loading included. */
function sealing({ data, checkpoints }: Configuration, { database }: OpenStore, log: Deps['log']): Sealer {
  return startSealer({ database, log, checkpoints: { directory: checkpoints, signer: openSigner(join(data, 'keys')) } });
}

function applicationOf(configuration: Configuration, { database }: OpenStore, { log, sealer, providers }: Pick<Deps, 'log' | 'sealer'> & { readonly providers: Providers }): Answer {
  const { data, tls, proxies, publicAddress, anonymousRequests, accountRequests, metricsToken, sessionIdle, sessionLongest } = configuration;
  const app = createServer({
    database, today, version: versionOf(), log, uploads: openUploads(Date.now), delay: signInDelay(Date.now),
    loadSample: () => loadSampleRegion(database, data),
    secure: tls !== null || proxies !== null, publicHost: publicAddress?.host ?? null, proxies: proxies ?? [],
    limits: { anonymous: anonymousRequests, account: accountRequests }, metricsToken, sealer,
    channels: PERSONAL_CHANNELS.filter((channel) => providers[channel] !== undefined),
    ...signOnOf(configuration),
    sessionLimits: { idle_s: sessionIdle * MINUTE_S, absolute_s: sessionLongest * HOUR_S },
  }, join(ROOT, 'dist', 'web'));
  return (request, env) => app.fetch(request, env as object);
}

/** Asked for before anything is started, so that an interrupt during the start ends it in order too. */
function interrupted(hangupEnds: boolean): Promise<void> {
  return new Promise((resolve) => {
    // Kept, not `once`: while somebody listens, the database leaves the signal to the program.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
    process.on('SIGHUP', () => { if (hangupEnds) resolve(); });
  });
}

/** A certificate that was renewed is taken on without a stop; one that cannot be used is said and the old one stays. */
function renew(listening: Listening, log: Deps['log']): void {
  const reason = listening.renewCertificate();
  log({ event: reason === null ? 'certificate_renewed' : 'certificate_kept' });
  if (reason !== null) process.stderr.write(`新的证书不能使用，仍用原来的：${reason}\nThe new certificate cannot be used, the old one stays: ${reason}\n`);
}

/** Ends the database; a statement that never ends keeps nobody waiting: what was not committed is rolled back with it. */
async function closeWithin(store: OpenStore, jobs: readonly { readonly stop: () => Promise<void> }[]): Promise<void> {
  const closing = (async () => {
    await Promise.all(jobs.map((job) => job.stop()));
    await store.close();
    return true;
  })();
  if (await Promise.race([closing, sleep(CLOSE_MS, false, { ref: false })])) return;
  await Promise.race([store.postgres.stop(), sleep(CLOSE_MS, undefined, { ref: false })]);
  process.exit(EXIT.done);
}
