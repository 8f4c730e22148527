import { expect, test } from 'vitest';
import { eligibility, openItems, type SchoolKnown } from './eligibility.ts';

const known: SchoolKnown = {
  division_code: '330802', registered: true, reported: true, programmes: 2, partnered: 1, promotionTeam: true, campuses: 1, notices: { met: 4, unmet: 0, undetermined: 0 },
};
const answers = (more: Partial<SchoolKnown>) => Object.fromEntries(eligibility({ ...known, ...more }).map(({ id, answer }) => [id, answer]));

test('S1-a: a school of which everything is known answers each item', () => {
  expect(new Set(Object.values(answers({})))).toEqual(new Set(['yes']));
});

test.each<[string, Partial<SchoolKnown>, string, string]>([
  ['nothing reported of itself', { reported: false }, 'reported', 'open'],
  ['no programme yet', { programmes: 0, partnered: 0 }, 'partners', 'open'],
  ['programmes without a firm', { partnered: 0 }, 'partners', 'no'],
  ['no team', { promotionTeam: false }, 'promotion_team', 'no'],
  ['no campus, not even in preparation', { campuses: 0 }, 'campus', 'open'],
  ['one notice unmet', { notices: { met: 3, unmet: 1, undetermined: 0 } }, 'left_to_school', 'no'],
  ['one notice that cannot be judged', { notices: { met: 3, unmet: 0, undetermined: 1 } }, 'left_to_school', 'open'],
  ['no county', { division_code: null }, 'county', 'open'],
])('%s: that item and no other', (_, more, id, answer) => {
  const given = answers(more);
  expect(given[id]).toBe(answer);
  expect(Object.entries(given).filter(([name, one]) => name !== id && one !== 'yes')).toEqual([]);
  expect(openItems(eligibility({ ...known, ...more })).map((one) => one.id)).toEqual(answer === 'open' ? [id] : []);
});
