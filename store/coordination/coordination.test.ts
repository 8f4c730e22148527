import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { LogDraft } from '../../core/office/log.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { issueCircular, loadCirculars, readCircular, type NewCircular } from './circulars.ts';
import { loadLog, recordEntry, standingEntries, type Correction } from './log.ts';

const ON = date('2025-10-31');
const CIRCULAR: NewCircular = { title: '督导准备', body: '请核对台账', addressed: ['S', 'S2'], read_by: date('2025-11-07') };
const ENTRY: LogDraft = { kind: 'activity', on: ON, title: '联合教研', note: '', parties: ['S', 'F'], others: '', programme_id: null, study_year: null, channel: null, reach: null, link: null, clause: null };

eachDatabase('circulars and the log', (database) => {
  const store = madeStore(database);
  const issue = async (made: MadeScene, who: MadeActor, circular: Partial<NewCircular> = {}) => (await made.of(who)).write((tx) => issueCircular(tx, { ...CIRCULAR, ...circular }, ON));
  const read = async (made: MadeScene, who: MadeActor, id: string, on = ON) => (await made.of(who)).write(async (tx) => {
    const done = await readCircular(tx, Number(id), on);
    if (done.outcome !== 'done') tx.discard();
    return done.outcome === 'done' ? 'done' : done.why;
  });
  const record = async (made: MadeScene, who: MadeActor, part: Partial<LogDraft> = {}, correction: Correction | null = null) => (await made.of(who)).write(async (tx) => {
    const done = await recordEntry(tx, { ...ENTRY, ...part }, correction, { pack: DEFAULT_PACK, today: ON });
    if (done.outcome !== 'done') tx.discard();
    return done.outcome === 'done' ? done.id : done.why;
  });
  const owed = async ({ region_id, as }: MadeScene, today: string): Promise<string[]> => {
    await as.write((tx) => setGoLive(tx, date('2024-06-01')));
    await reckonDuties(store.db(), region_id, { today: date(today), duties: DEFAULT_PACK.duties.filter(({ id }) => id === 'circular_receipt'), parameters: DEFAULT_PACK.parameters });
    const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays('select due_on, closed_on, owed_by from duties where region_id = $1 order by about', [region_id]));
    return rows.map(([due, closed, owners]) => `${String(due)} ${closed === null ? 'open' : String(closed)} ${(owners as string[]).join('+')}`);
  };

  test('S1-e: a circular is owed a receipt by each body until its day, one receipt each, and the office sees them all', async () => {
    const made = await madeScene(store.db());
    const [office, head, registrar, other, firm] = [await made.somebody('office'), await made.somebody('school_head'), await made.somebody('school_registrar'), await made.somebody('school_head', 'S2'), await made.somebody('enterprise', 'F')];
    const issued = await issue(made, office);
    const id = issued.outcome === 'done' ? issued.id : '';
    expect(await owed(made, '2025-11-01')).toEqual(['2025-11-07 open school_head@S', '2025-11-07 open school_head@S2']);
    expect(await read(made, firm, id)).toBe('unknown_circular');
    expect(await read(made, office, id)).toBe('not_addressed');
    expect(await read(made, registrar, id)).toBe('done');
    expect(await read(made, head, id)).toBe('read_already');
    expect(await owed(made, '2025-11-01')).toEqual(['2025-11-07 2025-10-31 school_head@S', '2025-11-07 open school_head@S2']);
    const seen = async (who: MadeActor) => (await (await made.of(who)).read(loadCirculars)).map(({ receipts }) => receipts.map(({ org_id }) => org_id));
    expect([await seen(office), await seen(head), await seen(other), await seen(firm)]).toEqual([[['S']], [['S']], [[]], []]);
  });

  test('S1-e: nobody but the office issues one, to bodies that there are, by a day that is not over', async () => {
    const made = await madeScene(store.db());
    const [office, head] = [await made.somebody('office'), await made.somebody('school_head')];
    await expect(issue(made, head)).rejects.toThrow(/row-level security/);
    expect(await issue(made, office, { addressed: [] })).toMatchObject({ why: 'nobody' });
    expect(await issue(made, office, { addressed: ['S', 'X'] })).toMatchObject({ why: 'unknown_body' });
    expect(await issue(made, office, { read_by: date('2025-10-30') })).toMatchObject({ why: 'day_over' });
    expect(await issue(made, office, { read_by: ON })).toMatchObject({ outcome: 'done' });
  });

  test('M1-c, S2-l: whoever took part records it, a correction answers it once, and one that says it was none takes it away', async () => {
    const made = await madeScene(store.db());
    const [firm, head, stranger] = [await made.somebody('enterprise', 'F'), await made.somebody('school_head'), await made.somebody('school_head', 'S2')];
    expect(await record(made, stranger)).toBe('not_yours');
    const id = Number(await record(made, firm));
    expect(await record(made, stranger, { parties: ['S2', 'F'] }, { answers: id, reason: '更正', void: false })).toBe('unknown_entry');
    expect(await record(made, head, {}, { answers: id, reason: ' ', void: false })).toBe('reason_missing');
    const second = Number(await record(made, head, { title: '联合教研（第二次）' }, { answers: id, reason: '名称有误', void: false }));
    expect(await record(made, head, {}, { answers: id, reason: '再改', void: false })).toBe('corrected_already');
    const standing = async () => standingEntries(await (await made.of(head)).read(loadLog)).map(({ title }) => title);
    expect(await standing()).toEqual(['联合教研（第二次）']);
    await record(made, head, {}, { answers: second, reason: '没有举行', void: true });
    expect(await standing()).toEqual([]);
    expect(await (await made.of(stranger)).read(loadLog)).toEqual([]);
  });
});
