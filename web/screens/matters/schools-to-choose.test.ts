import { expect, test } from 'vitest';
import { schoolsToChoose } from './schools-to-choose.ts';

const ORGANISATIONS = [
  { org_id: 'B1', kind: 'education_bureau', division_code: '330800' }, { org_id: 'B2', kind: 'education_bureau', division_code: '330803' }, { org_id: 'B0', kind: 'education_bureau', division_code: null },
  { org_id: 'S1', kind: 'school', division_code: '330803' }, { org_id: 'S2', kind: 'school', division_code: '330881' }, { org_id: 'S3', kind: 'school', division_code: null }, { org_id: 'H', kind: 'college', division_code: '330803' },
];
const offered = (kind: string, ...roles: Parameters<typeof schoolsToChoose>[2]) => schoolsToChoose('school', kind, roles, ORGANISATIONS).map(({ org_id }) => org_id);

test('S3-g: a county chooses among the schools of its county, and so for findings; the city’s bureau among all', () => {
  for (const kind of ['yearly_assessment', 'finding']) {
    expect(offered(kind, { role: 'county_bureau', org_id: 'B2' }), kind).toEqual(['S1']);
    expect(offered(kind, { role: 'city_bureau', org_id: 'B1' }), kind).toEqual(['S1', 'S2', 'S3']);
    // Of a bureau without a county nothing is in reach, and a school without one is nobody's.
    expect(offered(kind, { role: 'county_bureau', org_id: 'B0' }), kind).toEqual([]);
  }
});

test('a role at a school or college of the county opens no choice of others; what is not examined is about one’s own', () => {
  expect(offered('yearly_assessment', { role: 'county_bureau', org_id: 'B2' }, { role: 'school_head', org_id: 'S2' })).toEqual(['S1', 'S2']);
  expect(offered('yearly_assessment', { role: 'school_head', org_id: 'S1' })).toEqual(['S1']);
  expect(offered('finding', { role: 'college_academic', org_id: 'H' })).toEqual(['S1', 'S2', 'S3']);
  expect(offered('pilot_admission', { role: 'county_bureau', org_id: 'B2' }, { role: 'school_head', org_id: 'S2' })).toEqual(['S2']);
});
