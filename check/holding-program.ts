import { startPostgres } from '../store/postgres/start.ts';
import { DatabaseRefusal } from '../store/postgres/refusal.ts';

// A program that holds a data directory until it is ended from outside: tests kill it in every way there is.
// Arguments: the data directory, then an address to announce. It writes one line of JSON when it is ready.
const [dataDir = '', address = ''] = process.argv.slice(2);
try {
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  if (address !== '') postgres.announce(address);
  process.stdout.write(`${JSON.stringify({ connection: postgres.connection, pid: postgres.pid() })}\n`);
  setInterval(() => undefined, 1000);
} catch (error) {
  if (!(error instanceof DatabaseRefusal)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.reason, text: error.text })}\n`);
}
