import { expect, test } from 'vitest';
import { codeOf, lineOf } from './code-text.ts';

const blanked = (text: string): string => codeOf(text, { strings: true }).replace(/\s+/g, ' ').trim();

test('comments go, code stays in its place', () => {
  const text = 'a; // Math.random()\n/* Date.now()\n */ b;';
  const code = codeOf(text, { strings: false });
  expect(code).toHaveLength(text.length);
  expect(lineOf(code, code.indexOf('b'))).toBe(3);
  expect(blanked(text)).toBe('a; b;');
});

test('a comment sign inside a string or a regular expression is no comment', () => {
  expect(codeOf("x('http://a'); y;", { strings: false })).toBe("x('http://a'); y;");
  expect(blanked('const r = /[/"]\\//; after;')).toBe('const r = ; after;');
});

test('a division is no regular expression', () => {
  expect(blanked('a / b; c / d;')).toBe('a / b; c / d;');
});

test('code inside a template is code, also in a template within', () => {
  expect(blanked('x(`a ${b({ c: `d ${e} f` })} g`); h;')).toBe('x( {b({ c: {e} })} ); h;');
});
