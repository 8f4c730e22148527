import { expect, test } from 'vitest';
import type { Phrase, Words } from './dictionary.ts';

const MODULES = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });

function dictionaries(): [name: string, both: Words<Record<string, Phrase>>][] {
  return Object.entries(MODULES).flatMap(([path, module]) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('Words'))
      .map(([name, both]): [string, Words<Record<string, Phrase>>] => [`${path} ${name}`, both as Words<Record<string, Phrase>>]),
  );
}

/** What a phrase says when its places hold something. */
function said(phrase: Phrase): string {
  return typeof phrase === 'string' ? phrase : phrase('⟨1⟩', '⟨2⟩', '⟨3⟩');
}

test('there are dictionaries', () => {
  expect(dictionaries().length).toBeGreaterThan(5);
});

test.each(dictionaries())('%s says the same things in both languages, and nothing is empty', (_, { zh, en }) => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const [key, phrase] of [...Object.entries(zh), ...Object.entries(en)]) expect(said(phrase).trim(), key).not.toBe('');
});

test.each(dictionaries())('%s fills the same places in both languages', (_, { zh, en }) => {
  const places = (phrase: Phrase) => [...new Set(said(phrase).match(/⟨\d⟩/g))].sort();
  for (const key of Object.keys(zh)) expect(places(en[key] ?? ''), key).toEqual(places(zh[key] ?? ''));
});

test.each(dictionaries())('%s never raises its voice', (_, { zh, en }) => {
  for (const phrase of [...Object.values(zh), ...Object.values(en)]) expect(said(phrase)).not.toMatch(/[!！]/);
});
