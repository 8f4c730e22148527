import { describe, expect, test } from 'vitest';
import { readTyped } from '../../check/made-dataset.ts';
import { judgingOn } from '../../check/judging.ts';
import { date } from '../../values/plain-date.ts';
import { header } from './header.ts';
import { quzhou2024 } from './pack.ts';

describe('what the document says of itself', () => {
  test('P-0a: the documents that it carries out are in the register, and what was not seen is null, never guessed', () => {
    expect(header.parents.length).toBeGreaterThanOrEqual(3);
    for (const parent of header.parents) {
      expect(parent.title.zh.length).toBeGreaterThan(0);
      expect([parent.number, parent.dated]).toEqual([null, null]);
    }
  });
  test('P-0b: initiatives name clauses that exist', () => {
    const ids = new Set(quzhou2024.clauses.map(({ id }) => id));
    expect(header.initiatives.flatMap(({ clauses }) => clauses).filter((id) => !ids.has(id))).toEqual([]);
    expect(header.initiatives.map(({ label }) => label.zh).join()).toContain('五统筹');
  });
  test('P-0c: the scope is the pilot of the region whose code the pack carries', () => {
    expect([header.region_code, header.scope.zh.includes('3+2'), header.counties.length]).toEqual(['330800', true, 6]);
    for (const { code } of header.counties) expect(code.startsWith(header.local_prefix)).toBe(true);
  });
  test('X-1: the annex holds R1 to R6', () => {
    expect(header.annex.articles).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']);
  });
  test('X-2: the issuer has the other name that the document gives it, and organisations can carry theirs', () => {
    expect(header.issuer.aliases).toHaveLength(1);
    const { dataset, problems } = readTyped({ organisations: [
      { org_id: 'O', name: header.issuer.name.zh, aliases: `${header.issuer.aliases[0]?.zh}；市职改办`, kind: 'office', division_code: '330800' },
    ] });
    expect([problems, dataset.organisations?.[0]?.aliases]).toEqual([[], [header.issuer.aliases[0]?.zh, '市职改办']]);
  });
  test('X-3: it is in force from the day of the document, not from the day it was published', () => {
    expect([header.document_date, header.effective_from, header.published_on]).toEqual(['2024-05-29', '2024-05-29', '2024-12-26']);
    expect(judgingOn(quzhou2024, date('2024-05-28')).parameters.size).toBe(0);
    expect(judgingOn(quzhou2024, date('2024-05-29')).parameters.has('rooms.min_m2')).toBe(true);
  });
});

test('S2-h: firms are in the register of organisations, with a code that is checked', () => {
  const firm = { org_id: 'F', name: '企业（示例）', kind: 'enterprise', division_code: '330803' };
  const codesOf = (credit_code: string) => readTyped({ organisations: [{ ...firm, credit_code }] }).problems.map(({ code, severity }) => `${severity} ${code}`);
  expect(codesOf('91330803MA2DH0013P')).toEqual([]);
  expect(codesOf('91330803MA2DH0013Q')).toEqual(['warning code_pattern']);
});
