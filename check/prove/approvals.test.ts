import { expect, test } from 'vitest';
import { madeStore } from '../../store/made-store.ts';
import { eachDatabase } from '../databases.ts';
import { raceApprovals } from './approvals.ts';

eachDatabase('many decide at once', (database) => {
  const store = madeStore(database);
  test('of each matter one approval stands, and everybody else is told that it changed meanwhile', async () => {
    expect(await raceApprovals(store.db(), { matters: 5, approvers: 8 })).toEqual({ done: 5, conflicts: 35, others: [], notOnce: 0 });
  });
});
