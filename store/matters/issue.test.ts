import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { MADE_CONTENTS } from '../../core/documents/made-contents.ts';
import { date } from '../../core/values/plain-date.ts';
import { MADE_PDF, MADE_PNG } from '../../workbook/made-attachments.ts';
import { attachFile, endAttachment, labelsOfObject, listAttachments, readAttachment } from '../attachments.ts';
import { today } from '../clock.ts';
import type { Context } from '../database.ts';
import { delegate } from '../delegations.ts';
import { findByCode } from '../document-verification.ts';
import { listDocuments, readDocument, type DocumentRecord } from '../documents-read.ts';
import { issueDocument } from '../documents.ts';
import { asOwner } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import { seriesStates } from '../number-series.ts';
import { idOfOpened, madeScene, wordOf, type MadeActor, type MadeScene } from './made-matters.ts';
import { matterObject } from './matter.ts';
import * as teams from './team-answers.ts';

const stands = { met: true, detail: null };
beforeEach(() => {
  vi.spyOn(teams, 'promotionTeamAnswer').mockResolvedValue(stands);
  vi.spyOn(teams, 'managementTeamAnswer').mockResolvedValue(stands);
});

const REASON = { reason: '依据会议决定' };
const FROM = date('2025-11-01');

eachDatabase('what is decided is issued', (database) => {
  const store = madeStore(database);

  /** The documents about a matter as the region has them, the first issued first. */
  const papersOf = ({ as }: MadeScene, matter_id: number): Promise<DocumentRecord[]> => as.read(async (tx) => {
    const { documents } = await listDocuments(tx, { kind: null, about: matterObject(matter_id), filter: '', page: 1, per_page: 50 });
    const records = await Promise.all(documents.map(({ document_id }) => readDocument(tx, document_id)));
    return records.filter((one) => one !== null).toReversed();
  });
  const numbers = async ({ as }: MadeScene) => (await as.read((tx) => tx.whole(seriesStates))).map(({ series, last_number, documents, gaps }) => [series, last_number, documents, gaps.length]);
  const effectsOf = async (scene: MadeScene, matter_id: number) => (await scene.see(matter_id)).entries.at(-1)?.effects.filter(({ kind }) => kind === 'document' || kind === 'revocation');

  async function verified(scene: MadeScene) {
    const people = { head: await scene.somebody('school_head'), college: await scene.somebody('college_programme'), office: await scene.somebody('office') };
    const id = idOfOpened(await scene.open(people.head, 'campus_recognition', 'C'));
    for (const [who, act] of [[people.head, 'apply'], [people.college, 'verify']] as const) expect(wordOf(await scene.step(who, id, act)), act).toBe('done');
    return { ...people, id };
  }

  async function proposed(scene: MadeScene, drafter: MadeActor, key = 'rooms.min_m2', value = '16'): Promise<number> {
    const id = idOfOpened(await scene.open(drafter, 'parameter_change', key, { value, from: FROM }));
    expect(wordOf(await scene.step(drafter, id, 'propose', REASON))).toBe('done');
    return id;
  }

  test('M4-a: a recognition says what the campus was found to be; its document and its matter name each other', async () => {
    const scene = await madeScene(store.db());
    const { office, id } = await verified(scene);
    expect(await papersOf(scene, id)).toEqual([]);
    expect(wordOf(await scene.step(office, id, 'recognise'))).toBe('done');
    const [paper, ...more] = await papersOf(scene, id);
    expect(more).toEqual([]);
    expect(paper).toMatchObject({ kind: 'campus_recognition', number: '衢贯通认〔2025〕1号', about: `matters/${id}`, dated: '2025-10-31', revoked: false, issued_by: office.account });
    const { conditions, ...said } = (paper?.content ?? {}) as { conditions: { clause: string; item: string; found: string; outcome: string }[] };
    expect(said).toEqual({
      dated: '2025-10-31', campus_id: 'C', campus: '校区', school: '学校', college: '学院', form: '独立新建', students: 268, judged_on: '2025-10-31', effective_from: '2025-10-31',
    });
    expect(conditions.find(({ clause }) => clause === 'R1-b')).toEqual({ clause: 'R1-b', item: '生均教学行政用房', found: '15 平方米/人', outcome: '达标' });
    expect(conditions).toHaveLength((await scene.see(id)).entries.at(-1)?.verdicts.length ?? 0);
    expect(await effectsOf(scene, id)).toEqual([{ kind: 'document', document_id: String(paper?.document_id), number: paper?.number }]);
  });

  test('M2-c: a plate is granted on its recognition; withdrawn, its public page says so, and a second one gets the next number', async () => {
    const scene = await madeScene(store.db());
    const { office, id } = await verified(scene);
    for (const act of ['recognise', 'grant_plate']) expect(wordOf(await scene.step(office, id, act)), act).toBe('done');
    const [recognised, first] = await papersOf(scene, id);
    expect(first).toMatchObject({ kind: 'campus_plate', number: '衢贯通牌〔2025〕1号', content: { plate_text: '学院校区', from: '2025-10-31', recognition_number: recognised?.number } });
    const code = first?.editions[0]?.code ?? '';
    expect(await findByCode(store.db(), code)).toMatchObject({ standing: 'valid', signed: true });
    expect(wordOf(await scene.step(office, id, 'withdraw_plate', { reason: '校区整改' }))).toBe('done');
    expect(await findByCode(store.db(), code)).toMatchObject({ standing: 'revoked', signed: true, statement: { number: first?.number } });
    expect((await papersOf(scene, id))[1]?.revocation).toMatchObject({ reason: '校区整改', by: office.account });
    expect(await effectsOf(scene, id)).toEqual([{ kind: 'revocation', document_id: String(first?.document_id), number: first?.number }]);
    expect(wordOf(await scene.step(office, id, 'grant_plate'))).toBe('done');
    expect((await papersOf(scene, id)).map(({ number, revoked }) => [number, revoked])).toEqual([['衢贯通认〔2025〕1号', false], ['衢贯通牌〔2025〕1号', true], ['衢贯通牌〔2025〕2号', false]]);
    expect(wordOf(await scene.step(office, id, 'end', REASON))).toBe('done');
    expect((await papersOf(scene, id)).map(({ revoked }) => revoked)).toEqual([true, true, true]);
    expect(await effectsOf(scene, id)).toHaveLength(2);
    expect(await numbers(scene)).toEqual([['recognition', 1, 1, 0], ['plate', 2, 2, 0]]);
  });

  test('S1-a: an admission carries the checklist as it was answered; a refusal issues nothing', async () => {
    const scene = await madeScene(store.db());
    const [head, county, office] = [await scene.somebody('school_head'), await scene.somebody('county_bureau'), await scene.somebody('office')];
    const asked = async (): Promise<number> => {
      const id = idOfOpened(await scene.open(head, 'pilot_admission', 'S'));
      for (const [who, act] of [[head, 'submit'], [county, 'check']] as const) expect(wordOf(await scene.step(who, id, act)), act).toBe('done');
      return id;
    };
    const refused = await asked();
    expect(wordOf(await scene.step(office, refused, 'refuse', REASON))).toBe('done');
    expect([await papersOf(scene, refused), await numbers(scene)]).toEqual([[], []]);
    const id = await asked();
    expect(wordOf(await scene.step(office, id, 'admit'))).toBe('done');
    const [paper] = await papersOf(scene, id);
    expect(paper).toMatchObject({ kind: 'pilot_admission', number: '衢贯通准〔2025〕1号', content: { school_id: 'S', school: '学校', pilot_from: '2025-10-31' } });
    expect(paper?.content['checklist']).toHaveLength(7);
    expect(paper?.content['checklist']).toContainEqual({ clause: 'M7-a', item: '推进团队已经成立', answer: '是' });
  });

  test('X-1: a change says the value before and after, from when, why, and which verdicts it turns', async () => {
    const scene = await madeScene(store.db());
    const id = await proposed(scene, await scene.somebody('office'));
    expect(wordOf(await scene.step(await scene.somebody('city_bureau'), id, 'approve'))).toBe('done');
    const [paper] = await papersOf(scene, id);
    expect(paper).toMatchObject({ kind: 'parameter_decision', number: '衢贯通参〔2025〕1号' });
    expect(paper?.content).toMatchObject({
      parameter: 'rooms.min_m2', served_clause: 'R1-b', unit: '平方米/人', before: '15', after: '16', effective_from: '2025-11-01', reason: REASON.reason,
      effects: [{ campus: '校区', item: '生均教学行政用房', before: '达标', after: '未达标' }],
    });
  });

  test('M4-a: what a round was frozen as is issued for everybody, and revoked when the round goes on', async () => {
    const scene = await madeScene(store.db());
    const [office, second] = [await scene.somebody('office'), await scene.somebody('office')];
    const round = idOfOpened(await scene.open(office, 'collection_round', '2025秋季', { on: date('2025-10-31'), due: date('2025-10-29'), sheets: ['rooms'] }));
    expect(wordOf(await scene.step(office, round, 'freeze'))).toBe('guard');
    expect(await numbers(scene)).toEqual([]);
    expect(wordOf(await scene.step(office, round, 'freeze', { details: { missing: ['S'] } }))).toBe('done');
    const [paper] = await papersOf(scene, round);
    expect(paper).toMatchObject({ kind: 'collection_sheet', number: '衢贯通报〔2025〕1号', content: {
      round: '2025秋季', frozen_on: '2025-10-31', filled_by: office.account, reviewed_by: '',
      schools: [{ school: '学校', state: '待上报', submitted_on: '', late: '逾期 2 天' }], campuses: [{ campus: '校区', students: '268', met: 17, unmet: 0, undetermined: 0 }],
    } });
    const elsewhere = await scene.of(await scene.somebody('school_head', 'S2'));
    expect(await elsewhere.read((tx) => readDocument(tx, paper?.document_id ?? 0))).toMatchObject({ number: paper?.number });
    expect(wordOf(await scene.step(second, round, 'reopen', REASON))).toBe('done');
    expect(wordOf(await scene.step(office, round, 'freeze', { details: { missing: ['S'] } }))).toBe('done');
    expect((await papersOf(scene, round)).map(({ number, revoked }) => [number, revoked])).toEqual([['衢贯通报〔2025〕1号', true], ['衢贯通报〔2025〕2号', false]]);
    expect(wordOf(await scene.step(second, round, 'sign'))).toBe('done');
    expect(await papersOf(scene, round)).toHaveLength(2);
  });

  describe('all or nothing', () => {
    test('a step that is refused, too late or let go uses no number up', async () => {
      const scene = await madeScene(store.db());
      const [drafter, approver] = [await scene.somebody('office'), await scene.somebody('office')];
      const id = await proposed(scene, drafter);
      expect(wordOf(await scene.step(drafter, id, 'approve'))).toBe('same_person');
      expect(wordOf(await scene.step(approver, id, 'approve', { version: 1 }))).toBe('changed_meanwhile');
      expect([await papersOf(scene, id), await numbers(scene)]).toEqual([[], []]);
      expect(wordOf(await scene.step(approver, id, 'approve'))).toBe('done');
      expect(wordOf(await scene.step(approver, id, 'approve'))).toBe('closed');
      const next = await proposed(scene, drafter, 'land.min_m2', '60');
      expect(wordOf(await scene.step(approver, next, 'approve'))).toBe('done');
      expect((await papersOf(scene, next)).map(({ number }) => number)).toEqual(['衢贯通参〔2025〕2号']);
      expect(await numbers(scene)).toEqual([['parameter', 2, 2, 0]]);
    });

    test('what is missing for the document is said, and nothing is decided', async () => {
      const scene = await madeScene(store.db());
      const { office, id } = await verified(scene);
      expect(wordOf(await scene.step(office, id, 'recognise'))).toBe('done');
      await asOwner(database, `delete from register_organisations where region_id = $1 and key = 'H'`, [scene.region_id]);
      expect(await scene.step(office, id, 'grant_plate')).toEqual({ outcome: 'problems', problems: [{ sheet: 'campuses', row: null, column: 'college_id', code: 'unknown_reference', value: 'H', severity: 'error' }] });
      expect(await scene.see(id)).toMatchObject({ state: 'recognised', version: 4 });
      expect(await numbers(scene)).toEqual([['recognition', 1, 1, 0]]);
    });

    test('of two who decide at one moment one decides: one document, one number', async () => {
      const scene = await madeScene(store.db());
      const [drafter, one, other] = [await scene.somebody('office'), await scene.somebody('office'), await scene.somebody('city_bureau')];
      const id = await proposed(scene, drafter);
      const words = await Promise.all([one, other].map(async (who) => wordOf(await scene.step(who, id, 'approve', { version: 2 }))));
      expect(words.toSorted()).toEqual(['changed_meanwhile', 'done']);
      expect(await papersOf(scene, id)).toHaveLength(1);
      expect(await numbers(scene)).toEqual([['parameter', 1, 1, 0]]);
    });

    test('whoever stands in decides and so issues, though of documents they may issue none', async () => {
      const scene = await madeScene(store.db());
      const [drafter, third, deputy] = [await scene.somebody('office'), await scene.somebody('office'), await scene.somebody('finance_bureau', 'O1')];
      const id = await proposed(scene, drafter);
      const leave = { to_account: deputy.account, role: 'office' as const, first_day: date(today()), last_day: date(today()), reason: '出差' };
      expect((await (await scene.of(third)).write((tx) => delegate(tx, leave))).outcome).toBe('done');
      const { campus_plate } = MADE_CONTENTS;
      await expect((await scene.of(deputy)).write((tx) => issueDocument(tx, 'campus_plate', campus_plate, { object: matterObject(id), thing: null }))).rejects.toThrow('row-level security');
      expect(wordOf(await scene.step(deputy, id, 'approve'))).toBe('done');
      expect(await papersOf(scene, id)).toMatchObject([{ number: '衢贯通参〔2025〕1号', issued_by: deputy.account }]);
    });
  });

  describe('files at a matter', () => {
    const attach = async (as: Context, about: string, bytes: Uint8Array = MADE_PDF) => as.write((tx) => attachFile(tx, { name: '申请书.pdf', media_type: 'application/pdf', bytes, about, purpose: '' }));

    test('are read by whoever reads the matter; for a neighbour, and for others of the same institution, they are not there', async () => {
      const scene = await madeScene(store.db());
      const { head, id } = await verified(scene);
      const about = matterObject(id);
      const attached = await attach(await scene.of(head), about);
      const attachment_id = attached.outcome === 'done' ? attached.attachment.attachment_id : 0;
      const seenBy = async (who: MadeActor) => (await scene.of(who)).read(async (tx) =>
        [(await listAttachments(tx, about)).length, (await listAttachments(tx, null)).length, (await readAttachment(tx, attachment_id))?.file_name ?? null]);
      for (const role of ['school_registrar', 'college_programme', 'county_bureau', 'office', 'auditor'] as const) expect(await seenBy(await scene.somebody(role)), role).toEqual([1, 1, '申请书.pdf']);
      const others = [await scene.somebody('school_head', 'S2'), await scene.somebody('county_bureau', 'B3'), await scene.somebody('college_academic', 'H'), await scene.somebody('school_finance', 'S')];
      for (const who of others) {
        expect(await seenBy(who), who.role).toEqual([0, 0, null]);
        expect(await attach(await scene.of(who), about), who.role).toEqual({ outcome: 'unknown_object' });
        expect(await (await scene.of(who)).write((tx) => endAttachment(tx, attachment_id)), who.role).toEqual({ outcome: 'unknown_file' });
      }
      expect(await attach(await scene.of(head), 'matters/999999')).toEqual({ outcome: 'unknown_object' });
      expect(await (await scene.of(head)).read((tx) => labelsOfObject(tx, 'matters/1 or 1=1'))).toBeNull();
    });

    test('a decision keeps the hashes of those that hung there and counted, beside what was given with it, each once', async () => {
      const scene = await madeScene(store.db());
      const { head, office, id } = await verified(scene);
      const about = matterObject(id);
      expect((await scene.see(id)).entries.at(-1)?.documents).toEqual([]);
      const kept = await attach(await scene.of(head), about);
      const ended = await attach(await scene.of(head), about, MADE_PNG);
      await (await scene.of(head)).write((tx) => endAttachment(tx, ended.outcome === 'done' ? ended.attachment.attachment_id : 0));
      const sha256 = kept.outcome === 'done' ? kept.attachment.hash.slice('sha256:'.length) : '';
      const minutes = { name: '纪要.pdf', sha256: 'a'.repeat(64) };
      expect(wordOf(await scene.step(office, id, 'recognise', { documents: [minutes, { name: '同一份.pdf', sha256 }] }))).toBe('done');
      expect((await scene.see(id)).entries.at(-1)?.documents).toEqual([minutes, { name: '同一份.pdf', sha256 }]);
      expect(wordOf(await scene.step(office, id, 'grant_plate'))).toBe('done');
      expect((await scene.see(id)).entries.at(-1)?.documents).toEqual([{ name: '申请书.pdf', sha256 }]);
    });
  });
});
