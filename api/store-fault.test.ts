import { expect, test } from 'vitest';
import { outcomeOfError } from './store-fault.ts';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

test.each([
  [coded('53100'), 'storage_full'], [coded('ENOSPC'), 'storage_full'], [new Error('outer', { cause: coded('53100') }), 'storage_full'],
  [coded('57P03'), 'database_away'], [coded('57P01'), 'database_away'], [coded('ECONNREFUSED'), 'database_away'], [new AggregateError([coded('ECONNREFUSED')]), 'database_away'],
  [new Error('Connection terminated unexpectedly'), 'database_away'],
  [coded('23505'), 'fault'], [coded('42P01'), 'fault'], [new TypeError('x is not a function'), 'fault'], ['a text', 'fault'], [coded('25006'), 'fault'],
])('%s is %s', (error, outcome) => {
  expect(outcomeOfError(error)).toBe(outcome);
});
