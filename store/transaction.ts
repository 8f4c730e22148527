import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isRegisterKind, KINDS, type Kind } from '../core/access/kinds.ts';
import type { Action } from '../core/access/policy-table.ts';
import type { Labels, Reach } from '../core/access/reach.ts';
import { entryOf } from './audit-entry.ts';
import type { AuditedAct } from './audit-entry.ts';
import type { KeyRing } from './key-ring.ts';
import type { Press } from './press.ts';
import { sendAtOnce, sendUnheard, type Course } from './transaction-course.ts';

/** Who acts, in which region, and what they may touch. Every record says so, and row security shows nothing else. */
export interface Actor {
  readonly region_id: number;
  /** The account's name; `recorded_by` of what is written. */
  readonly account: string;
  readonly reach: Reach;
}

/** One transaction of one actor. Everything that reads or writes the store takes one. */
export interface Transaction {
  readonly actor: Actor;
  /** What personal values are sealed with and opened by. */
  readonly keys: KeyRing;
  /** What documents are signed with. */
  readonly press: Press;
  /** Rows as objects, by a named prepared statement. */
  readonly query: <R>(sql: string, values?: readonly unknown[]) => Promise<R[]>;
  /** Rows as arrays in the order of the select list, by a named prepared statement. */
  readonly arrays: (sql: string, values?: readonly unknown[]) => Promise<unknown[][]>;
  /** A statement that is used once; answers how many rows it touched. */
  readonly change: (sql: string, values?: readonly unknown[]) => Promise<number>;
  /** COPY … FROM STDIN; each chunk holds whole lines in text format. */
  readonly copy: (sql: string, chunks: Iterable<string>) => Promise<void>;
  /** Lets everything that was written go when the work is over; what the work answers is still answered. */
  readonly discard: () => void;
  /** Writes down what is done, in this transaction: without it no change is committed. */
  readonly audit: (act: AuditedAct) => Promise<void>;
  /** For housekeeping that is no act of anybody, such as the time of a session's last request; says why it is none. */
  readonly unaudited: (why: string) => void;
  /**
   * Works while all records of the region can be read, for a figure over more than the actor's own; what of it is
   * then told is for the caller to cut. Writing stays in the actor's reach. Nothing else of the transaction runs meanwhile.
   */
  readonly whole: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /**
   * Works with the authority of a decision that was taken: what it brings about in records of these kinds is written and
   * issued, whoever took it. Nothing else of the transaction runs meanwhile.
   */
  readonly decided: <T>(kinds: readonly Kind[], work: (tx: Transaction) => Promise<T>) => Promise<T>;
}

/** Names of prepared statements by their text; the texts come from code, so there is a bounded number of them. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `s${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/** A statement of the store, prepared once on each connection. */
export function prepared(sql: string, values: readonly unknown[]): pg.QueryConfig {
  return { name: nameOf(sql), text: sql, values: [...values] };
}

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
/** Numbers and times of a region are handed out by these; that alone is no act. */
const COUNTERS = /^update regions set (?:last_recorded_at|next_\w+) =/;

/** A transaction on a client in pipeline mode that has begun one: statements are sent in their order, without waiting for the answers to those before. */
export function transactionOn(client: pg.ClientBase, actor: Actor, { keys, press }: Pick<Transaction, 'keys' | 'press'>, course: Course): Transaction {
  let copying: Promise<unknown> | null = null;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => (copying === null ? work() : copying.then(work, work));
  const watched = <R extends { readonly command: string; readonly rowCount: number | null }>(sql: string, run: () => Promise<R>): Promise<R> =>
    inTurn(async () => {
      const result = await run();
      if (CHANGING.has(result.command) && (result.rowCount ?? 0) > 0 && !COUNTERS.test(sql)) course.changed = true;
      return result;
    });
  const query = async <R>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    (await watched(sql, () => client.query(prepared(sql, values)))).rows as R[];
  /** Works while settings of the transaction are others. A transaction that has failed takes no more statements, and what it set ends with it. */
  const meanwhile = async <T>(set: string, back: string, work: () => Promise<T>): Promise<T> => {
    const send = (sql: string): Promise<unknown> => inTurn(() => client.query(sql)).catch(() => undefined);
    void send(set);
    try {
      return await work();
    } finally {
      await send(back);
    }
  };
  const reaching = (reach: Reach, isWhole: boolean): Transaction => {
    const own: Transaction = {
      actor: { ...actor, reach },
      keys,
      press,
      discard: () => { course.discarded = true; },
      query,
      arrays: async (sql, values = []) =>
        (await watched(sql, () => client.query<unknown[]>({ ...prepared(sql, values), rowMode: 'array' }))).rows,
      change: async (sql, values = []) => (await watched(sql, () => client.query(sql, [...values]))).rowCount ?? 0,
      copy: async (sql, chunks) => {
        course.changed = true;
        const done = inTurn(() => aloneOn(client, () => pipeline(Readable.from(chunks, { objectMode: true }), client.query(copyFrom(sql)))));
        copying = done;
        try {
          await done;
        } finally {
          if (copying === done) copying = null;
        }
      },
      audit: async (act) => {
        const { sql, values } = await entryOf(query, actor, act);
        // Goes out with whatever is sent next, which mostly is the end.
        sendAtOnce(client);
        sendUnheard(course, query(sql, values));
        course.audited = true;
      },
      unaudited: (why) => { course.audited ||= why !== ''; },
      whole: (work) => (isWhole ? work(own) : meanwhile(
        wholeOf(reach, actor.region_id, 'on'), wholeOf(reach, actor.region_id, ''), () => work(reaching(readingAll(reach), true)))),
      decided: (kinds, work) => {
        const more: Reach = new Map([...reach, ...kinds.flatMap((kind) => BY_DECISION.map((action): [`${Kind}.${Action}`, Labels] => [`${kind}.${action}`, '*']))]);
        return meanwhile(writingOf(more, kinds, actor.region_id), writingOf(reach, kinds, actor.region_id), () => work(reaching(more, isWhole)));
      },
    };
    return own;
  };
  return reaching(actor.reach, false);
}

/** COPY keeps a connection to itself: nothing else may be on its way. */
async function aloneOn<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  // Answers come in their order.
  await client.query('');
  const mode: { pipeline: boolean } = client as pg.Client;
  mode.pipeline = false;
  try {
    return await work();
  } finally {
    mode.pipeline = true;
  }
}

/** What the database shows in a reach, as text: the same for everybody who reads the same. */
export function readingText(reach: Reach, region_id: number): string {
  const { names, values } = listsOfReach(reach, region_id);
  return `${names} ${values}`;
}

function readingAll(reach: Reach): Reach {
  return new Map([...reach, ...KINDS.map((kind): [`${typeof kind}.read`, Labels] => [`${kind}.read`, '*'])]);
}

/** The statement that tells the database who acts and what is in reach; it holds until the transaction ends. */
export function contextOf({ region_id, account, reach }: Actor): string {
  const { names, values } = listsOfReach(reach, region_id);
  return setLists({ names: `array['app.region', 'app.actor'] || ${names}`, values: `array['${region_id}', ${pg.escapeLiteral(account)}] || ${values}` });
}

/** What settings are called and what they hold, each as the text of a list. */
interface Lists {
  readonly names: string;
  readonly values: string;
}

const written = new WeakMap<Reach, Lists & { readonly region_id: number }>();

/** Written out once for each reach: it is told with every transaction. */
function listsOfReach(reach: Reach, region_id: number): Lists {
  const known = written.get(reach);
  if (known?.region_id === region_id) return known;
  const lists = { ...listsOf(inReach(reach, region_id)), region_id };
  written.set(reach, lists);
  return lists;
}

/** A setting of the database and its value, for this transaction. */
type Setting = readonly [name: string, value: string];

/** No id holds this character; the policies split by it. */
const SEPARATOR = '\u001f';
/** What the policies ask about; the other actions are asked of the reach alone. */
const SET: ReadonlySet<string> = new Set<Action>(['read', 'write', 'approve']);

const setAll = (settings: readonly Setting[]): string => setLists(listsOf(settings));

/** One call over two lists: thirty calls in a row are parsed ten times as long. */
function setLists({ names, values }: Lists): string {
  return `select count(set_config(name, value, true)) from unnest(${names}, ${values}) as settings(name, value)`;
}

function listsOf(settings: readonly Setting[]): Lists {
  const listed = (at: 0 | 1): string => `${pg.escapeLiteral(`{${settings.map((one) => quoted(one[at])).join(',')}}`)}::text[]`;
  return { names: listed(0), values: listed(1) };
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

/** Only what is in reach is set: forty empty settings would cost more than a look-up. */
function inReach(reach: Reach, region_id: number): Setting[] {
  return [...reach].flatMap(([key, labels]) => {
    const [kind, action] = key.split('.') as [Kind, Action];
    return SET.has(action) ? settingsOf(action, kind, labels, region_id) : [];
  });
}

/** Of registers that are in reach as a whole, the region's number is set besides: an index finds by it. */
function settingsOf(action: Action, kind: Kind, labels: Labels, region_id: number): Setting[] {
  const own: Setting = [`app.${action}_${kind}`, labels === '*' ? labels : labels.join(SEPARATOR)];
  return action === 'read' && isRegisterKind(kind) ? [own, [`app.all_${kind}`, labels === '*' ? String(region_id) : '']] : [own];
}

/** Raises reading to all of the region, or lowers it to what is in reach. */
function wholeOf(reach: Reach, region_id: number, whole: 'on' | ''): string {
  return setAll([['app.whole', whole], ...KINDS.flatMap((kind) => settingsOf('read', kind, whole === 'on' ? '*' : reach.get(`${kind}.read`) ?? [], region_id))]);
}

/** What a decision may do with what it brings about: documents are issued, everything else is written. */
const BY_DECISION = ['write', 'approve'] as const satisfies readonly Action[];

function writingOf(reach: Reach, kinds: readonly Kind[], region_id: number): string {
  return setAll(kinds.flatMap((kind) => BY_DECISION.flatMap((action) => settingsOf(action, kind, reach.get(`${kind}.${action}`) ?? [], region_id))));
}
