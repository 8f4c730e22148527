import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { madeStore } from '../../store/made-store.ts';
import { growCity } from './city.ts';

onDatabase('embedded', 'a city through six years', (database) => {
  const store = madeStore(database);

  test('5 000 students enter, are tested, step up, leave and graduate by the acts of the product; the registers say what the rules say, and nobody is lost', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`the city's seed ${seed}`);
    const begun = performance.now();
    const city = await growCity(store.db(), { first_year: 2024, years: 6, intake: 840, seed });
    console.log(`${city.students} students, ${JSON.stringify(city.ends)}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    expect(city.faults.slice(0, 10)).toEqual([]);
    expect(city.students).toBeGreaterThanOrEqual(5000);
  }, 120_000);
});
