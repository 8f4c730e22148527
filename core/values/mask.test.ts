import { describe, expect, test } from 'vitest';
import { holdsMask, isMaskOf, maskName, maskOf } from './mask.ts';

describe('a mask', () => {
  test('shows six and four of a citizen id, three and four of a mobile phone', () => {
    expect(maskOf('citizen_id', '330802200801010014')).toBe('330802********0014');
    expect(maskOf('citizen_id', '33080220080101001X')).toBe('330802********001X');
    expect(maskOf('phone', '19900000001')).toBe('199****0001');
  });

  test('of a value of another length shows the last quarter and no more', () => {
    expect(maskOf('phone', '0570-3080123')).toBe('*********123');
    expect(maskOf('citizen_id', '330802800101001')).toBe('************001');
    expect(maskOf('citizen_id', '3308022008010100140')).toBe('***************0140');
    expect(maskOf('phone', '110')).toBe('***');
    expect(maskOf('phone', '')).toBe('');
  });

  test('is told from a value by its stars', () => {
    for (const [kind, text] of [['citizen_id', '330802200801010014'], ['phone', '19900000001'], ['phone', '0570-3080123']] as const) {
      expect([holdsMask(text), holdsMask(maskOf(kind, text))]).toEqual([false, true]);
    }
  });

  test('has exactly one form for a sound value', () => {
    expect(isMaskOf('citizen_id', '330802********0014')).toBe(true);
    expect(isMaskOf('citizen_id', '330802********001X')).toBe(true);
    for (const near of ['330802*******0014', '330802*********0014', '33080********00014', '330802********00x4', '******************', ' 330802********0014']) {
      expect([near, isMaskOf('citizen_id', near)]).toEqual([near, false]);
    }
    expect([isMaskOf('phone', '199****0001'), isMaskOf('phone', '199***0001'), isMaskOf('phone', '330802********0014')]).toEqual([true, false, false]);
  });
});

test('a name on a public list keeps its first and, from three characters on, its last', () => {
  expect(['王', '王明', '王小明', '欧阳娜娜', ' 王小明 ', ''].map(maskName)).toEqual(['王', '王*', '王*明', '欧**娜', '王*明', '']);
});
