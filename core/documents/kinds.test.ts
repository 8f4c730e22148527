import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { DOCUMENT_KIND_IDS, isDocumentKind, kindNamed, problemsOf, sheetOf } from './kinds.ts';
import { MADE_CONTENTS, otherwise } from './made-contents.ts';
import { numberText, SERIES, SERIES_IDS } from './series.ts';

describe('kinds of documents', () => {
  test.each(DOCUMENT_KIND_IDS)('%s stands on a clause and reads as a document', (kind) => {
    const { clause, closing } = { clause: kindNamed(kind).clause, ...sheetOf(kind, MADE_CONTENTS[kind]) };
    expect(quzhou2024.clauses.map(({ id }) => id)).toContain(clause);
    expect(closing.dated).toBe(MADE_CONTENTS[kind].dated);
    expect(sheetOf(kind, MADE_CONTENTS[kind]).basis.filter((id) => !quzhou2024.clauses.some((one) => one.id === id))).toEqual([]);
  });

  test('every table has as many cells in a row as it has columns', () => {
    const tables = DOCUMENT_KIND_IDS.flatMap((kind) => sheetOf(kind, MADE_CONTENTS[kind]).blocks).filter((block) => block.kind === 'table');
    expect(tables.length).toBeGreaterThan(4);
    expect(tables.filter(({ columns, rows }) => rows.length === 0 || rows.some((row) => row.length !== columns.length))).toEqual([]);
  });

  test('M2-c: leave for a plate names the plate, the campus and the recognition it rests on', () => {
    const { title, blocks } = sheetOf('campus_plate', MADE_CONTENTS.campus_plate);
    expect(title).toBe('关于准予东校区挂牌的决定');
    expect(blocks[1]).toEqual({ kind: 'facts', rows: [['牌子文字', '乙职业学院东校区'], ['校区编号', 'C'], ['认定文号', '衢贯通认〔2026〕1号'], ['挂牌起始', '2026年3月10日']] });
  });

  test('a change that touches no verdict says so', () => {
    const { blocks } = sheetOf('parameter_decision', otherwise('parameter_decision', { effects: [] }));
    expect(blocks.at(-1)).toEqual({ kind: 'paragraph', text: '按现有数据，变更不影响任何校区的结论。' });
  });
});

describe('content', () => {
  test('as it is declared has no problems', () => {
    expect(DOCUMENT_KIND_IDS.flatMap((kind) => problemsOf(kind, MADE_CONTENTS[kind]))).toEqual([]);
  });

  test.each([
    ['nothing at all', null, [{ path: '', code: 'missing' }]],
    ['a list', [], [{ path: '', code: 'missing' }]],
    ['a name left empty', otherwise('campus_plate', { campus: '  ' }), [{ path: 'campus', code: 'empty' }]],
    ['a note left empty', otherwise('campus_plate', { recognition_number: '' }), []],
    ['a day that there is not', otherwise('campus_plate', { from: '2026-02-30' }), [{ path: 'from', code: 'not_a_day' }]],
    ['a day that there is', otherwise('campus_plate', { from: '2026-02-28' }), []],
    ['a field that nobody declared', otherwise('campus_plate', { note: 'x' }), [{ path: 'note', code: 'unknown' }]],
    ['a figure for a text', otherwise('campus_plate', { campus: 5 }), [{ path: 'campus', code: 'not_a_text' }]],
    ['4 000 characters', otherwise('campus_plate', { campus: '校'.repeat(4000) }), []],
    ['4 001 characters', otherwise('campus_plate', { campus: '校'.repeat(4001) }), [{ path: 'campus', code: 'too_long' }]],
  ])('%s', (_, content, problems) => {
    expect(problemsOf('campus_plate', content)).toEqual(problems);
  });

  test('what is wrong in a line is named by its place', () => {
    const schools = [{ school: '甲', state: '已核验', submitted_on: '', late: '' }, { school: '', state: '已核验', submitted_on: '', late: '' }];
    expect(problemsOf('collection_sheet', otherwise('collection_sheet', { schools }))).toEqual([{ path: 'schools[1].school', code: 'empty' }]);
    expect(problemsOf('collection_sheet', otherwise('collection_sheet', { schools: 'none' }))).toEqual([{ path: 'schools', code: 'not_a_list' }]);
    expect(problemsOf('campus_recognition', otherwise('campus_recognition', { students: -1 }))).toEqual([{ path: 'students', code: 'not_a_count' }]);
    expect(() => sheetOf('campus_recognition', otherwise('campus_recognition', { students: 1.5 }))).toThrow('campus_recognition: students not_a_count');
  });
});

describe('numbers', () => {
  test('read as an office writes them', () => {
    expect(numberText('衢', 'recognition', 2026, 12)).toBe('衢贯通认〔2026〕12号');
  });

  test('of two series are never the same', () => {
    expect(new Set(SERIES_IDS.map((id) => SERIES[id].mark)).size).toBe(SERIES_IDS.length);
  });

  test('a kind of another name is none', () => {
    expect(['campus_plate', 'toString', ''].map(isDocumentKind)).toEqual([true, false, false]);
  });
});
