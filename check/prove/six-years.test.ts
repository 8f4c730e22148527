import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { sixYears } from './six-years.ts';

onDatabase('embedded', 'a city of duties through six years', (database) => {
  test('S3: every duty opens and closes on its day and escalates once to the right body; a stopped school takes no one in and loses no one; registers agree; all is verified', async () => {
    const seed = Number(process.env['GUANTONG_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    console.log(`the city's seed ${seed}`);
    const { faults, figures } = await sixYears(database.connection(), { seed, intake: 9, months: 3 });
    console.log(figures);
    expect(faults.slice(0, 20)).toEqual([]);
  }, 600_000);
});
