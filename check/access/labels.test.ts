import { beforeAll, afterAll, expect, test } from 'vitest';
import { sheetNames } from '../../core/exchange/sheets.ts';
import { eachDatabase } from '../databases.ts';
import { makeWorld, type World } from './world.ts';

eachDatabase('whose every record is', (database) => {
  let world: World;
  beforeAll(async () => { world = await makeWorld(database.connection()); });
  afterAll(() => world.close());

  test('a record of each sheet carries the labels of its own institutions, and no other’s', () => {
    const wrong = world.records.filter(({ stands }) => stands).flatMap(({ sheet, unit, variant, labels, scopes }) => {
      const [missing, extra] = [labels.filter((one) => !scopes.includes(one)), scopes.filter((one) => !labels.includes(one))];
      return missing.length + extra.length === 0 ? [] : [{ sheet, unit, variant, missing, extra }];
    });
    expect(wrong).toEqual([]);
    expect(new Set(world.records.map(({ sheet }) => sheet)).size).toBe(sheetNames.length);
  });

  test('answered and withdrawn records stay with those whose they were', () => {
    const gone = world.records.filter(({ stands, sheet }) => !stands && sheet !== 'schools');
    expect(gone.filter(({ labels, scopes }) => labels.some((one) => !scopes.includes(one)) || scopes.some((one) => !labels.includes(one)))).toEqual([]);
    expect(new Set(gone.map(({ sheet }) => sheet)).size).toBe(sheetNames.length - 2);
  });
});
