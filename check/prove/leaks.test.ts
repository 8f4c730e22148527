import { expect, test } from 'vitest';
import { searching, seekLeaks } from './leaks.ts';
import { randomFrom } from './random.ts';
import { seededPeople } from './seeded-people.ts';

const PEOPLE = 40;

test('citizen ids and phones are nowhere as they are but in the answer that reveals one', async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`seed ${seed}\n`);
  const { found, wrong, places, characters, revealed } = await seekLeaks(PEOPLE, seed);
  expect([found, wrong], `seed ${seed}`).toEqual([[], []]);
  expect(revealed).toBe(PEOPLE * 4);
  expect([places > 300, characters > 1_000_000], `${places} places, ${characters} characters`).toEqual([true, true]);
}, 300_000);

test('a value is seen wherever it stands, a mask is not one', () => {
  const people = seededPeople(randomFrom(1), 3);
  const search = searching(people);
  const { citizen_id = '', phone = '' } = people[2] ?? {};
  search.in('masked', `330802********${citizen_id.slice(-4)} 199****${phone.slice(-4)}`);
  search.in('id', `x${citizen_id}y`);
  search.in('bytes', `\\x${Buffer.from(`…${phone}`).toString('hex')}`);
  expect(search.sums().found).toEqual(['id', 'bytes']);
  expect(new Set(seededPeople(randomFrom(2), 200).map((one) => one.citizen_id)).size).toBe(200);
});
