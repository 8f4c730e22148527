import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { MADE_CONTENTS, otherwise } from '../core/documents/made-contents.ts';
import { date } from '../core/values/plain-date.ts';
import { MADE_PNG } from '../workbook/made-attachments.ts';
import { attachFile, filesThatCount } from './attachments.ts';
import { correctDocument, issueDocument, revokeDocument, type About, type Issued } from './documents.ts';
import { readStatement, signatureHolds } from './document-statement.ts';
import { readFile } from './files.ts';
import { hashOf } from './hashes.ts';
import { canonicalJson } from './canonical-json.ts';
import { madeStore, type MadeRegion } from './made-store.ts';
import { seriesStates } from './number-series.ts';
import { programActor } from './program-actor.ts';
import { createRegion } from './regions.ts';

const ABOUT: About = { object: 'campuses/C', thing: 'campus:C' };

eachDatabase('documents', (database) => {
  const store = madeStore(database);
  let region: MadeRegion;
  beforeAll(async () => { region = await store.region(); });
  const issue = ({ as }: MadeRegion): Promise<Issued> => as.write((tx) => issueDocument(tx, 'campus_plate', MADE_CONTENTS.campus_plate, ABOUT));
  const states = ({ as }: MadeRegion) => as.read((tx) => tx.whole(seriesStates));

  test('get numbers of their series one after another, begun anew each year', async () => {
    const own = await store.region();
    expect((await issue(own)).number).toBe('衢贯通牌〔2026〕1号');
    expect((await issue(own)).number).toBe('衢贯通牌〔2026〕2号');
    const earlier = await own.as.write((tx) => issueDocument(tx, 'campus_plate', { ...MADE_CONTENTS.campus_plate, dated: date('2025-12-31') }, ABOUT));
    expect(earlier.number).toBe('衢贯通牌〔2025〕1号');
    expect((await own.as.write((tx) => issueDocument(tx, 'campus_recognition', MADE_CONTENTS.campus_recognition, ABOUT))).number).toBe('衢贯通认〔2026〕1号');
    expect(await states(own)).toEqual([
      { series: 'recognition', year: 2026, last_number: 1, documents: 1, gaps: [], beyond: false },
      { series: 'plate', year: 2026, last_number: 2, documents: 2, gaps: [], beyond: false },
      { series: 'plate', year: 2025, last_number: 1, documents: 1, gaps: [], beyond: false },
    ]);
  });

  test('what is rolled back takes no number: the next one gets it', async () => {
    const own = await store.region();
    await issue(own);
    await expect(own.as.write(async (tx) => {
      await issueDocument(tx, 'campus_plate', MADE_CONTENTS.campus_plate, ABOUT);
      throw new Error('the step fails after it');
    })).rejects.toThrow('the step fails after it');
    expect((await issue(own)).number).toBe('衢贯通牌〔2026〕2号');
  });

  test('twenty at one moment get twenty numbers, none twice, also when every third is let go', async () => {
    const own = await store.region();
    const numbers = await Promise.all(Array.from({ length: 30 }, (_, at) => own.as.write(async (tx) => {
      const { number } = await issueDocument(tx, 'campus_plate', MADE_CONTENTS.campus_plate, ABOUT);
      if (at % 3 === 0) tx.discard();
      return at % 3 === 0 ? null : number;
    })));
    const kept = numbers.filter((number) => number !== null);
    expect(new Set(kept).size).toBe(20);
    expect(await states(own)).toEqual([{ series: 'plate', year: 2026, last_number: 20, documents: 20, gaps: [], beyond: false }]);
  });

  test('are kept with their content, their PDF and a signature over both', async () => {
    const issued = await issue(region);
    const file = await region.as.read((tx) => readFile(tx, issued.file_hash));
    expect(Buffer.from(file?.bytes.subarray(0, 8) ?? []).toString()).toBe('%PDF-1.7');
    expect(hashOf('sha256', file?.bytes ?? '')).toBe(issued.file_hash);
    expect(issued.content_hash).toBe(hashOf('sha256', canonicalJson(MADE_CONTENTS.campus_plate)));
    const [row] = await region.as.read((tx) => tx.query<{ statement: string; signature: string }>(
      'select statement, signature from document_editions where region_id = $1 and document_id = $2', [tx.actor.region_id, issued.document_id]));
    if (row === undefined) throw new Error('no edition');
    const { key } = store.db().press.signer();
    expect(signatureHolds(row, key)).toBe(true);
    expect(signatureHolds({ ...row, statement: row.statement.replace(issued.number, '衢贯通牌〔2026〕99号') }, key)).toBe(false);
    expect(readStatement(row.statement)).toMatchObject({ number: issued.number, version: 1, file_hash: issued.file_hash, region: '330800', issuer: '测试办' });
  });

  test('a correction is a new version of the same number; the later of two at once is told so', async () => {
    const { document_id, number } = await issue(region);
    const content = otherwise('campus_plate', { plate_text: '乙职业学院（东校区）' });
    const correct = () => region.as.write((tx) => correctDocument(tx, { document_id, version: 1 }, content, '牌子文字有误'));
    const [first, second] = await Promise.all([correct(), correct()]);
    expect([first.outcome, second.outcome].sort()).toEqual(['changed_meanwhile', 'done']);
    const done = first.outcome === 'done' ? first : second;
    expect(done).toMatchObject({ issued: { document_id, version: 2, number } });
  });

  test('what is not there, not to be corrected or revoked is refused, and nothing is kept', async () => {
    const { document_id } = await issue(region);
    const content = MADE_CONTENTS.campus_plate;
    expect((await region.as.write((tx) => correctDocument(tx, { document_id: 999_999, version: 1 }, content, '误'))).outcome).toBe('unknown_document');
    expect((await region.as.write((tx) => revokeDocument(tx, 999_999, '误'))).outcome).toBe('unknown_document');
    expect((await region.as.write((tx) => revokeDocument(tx, document_id, '校区停办'))).outcome).toBe('done');
    expect((await region.as.write((tx) => revokeDocument(tx, document_id, '再一次'))).outcome).toBe('revoked_already');
    expect((await region.as.write((tx) => correctDocument(tx, { document_id, version: 1 }, content, '误'))).outcome).toBe('revoked_already');
    const decision = await region.as.write((tx) => issueDocument(tx, 'parameter_decision', MADE_CONTENTS.parameter_decision, { object: 'parameters/made.value', thing: null }));
    expect((await region.as.write((tx) => correctDocument(tx, decision, MADE_CONTENTS.parameter_decision, '误'))).outcome).toBe('not_correctable');
  });

  test('a content that is not as declared is never issued', async () => {
    await expect(region.as.write((tx) => issueDocument(tx, 'campus_plate', { ...MADE_CONTENTS.campus_plate, campus: '' }, ABOUT))).rejects.toThrow('campus_plate: campus empty');
  });

  test('in a region that hashes by SM3, files and contents are named by SM3', async () => {
    const { region_id } = await createRegion(store.db(), { code: '330802', name: '国密市', office_name: '国密办', counties: [], pack: 'quzhou-2024', sample: false }, 'sm3');
    const as = store.db().as(programActor(region_id));
    const issued = await as.write((tx) => issueDocument(tx, 'campus_plate', MADE_CONTENTS.campus_plate, ABOUT));
    expect([issued.content_hash.split(':')[0], issued.file_hash.split(':')[0]]).toEqual(['sm3', 'sm3']);
    expect(await as.read((tx) => readFile(tx, issued.file_hash))).not.toBeNull();
    const about = `documents/${issued.document_id}`;
    await as.write((tx) => attachFile(tx, { name: '附件.png', media_type: 'image/png', bytes: MADE_PNG, about, purpose: '' }));
    expect(await as.read((tx) => tx.whole((whole) => filesThatCount(whole, about)))).toEqual([{ name: '附件.png', sha256: hashOf('sha256', MADE_PNG).slice('sha256:'.length) }]);
  });
});
