import { expect, test } from 'vitest';
import { madeFacts } from '../../../core/facts/made-facts.ts';
import { decimal, exact } from '../../../core/values/exact.ts';
import { known, unreported } from '../../../core/verdict/fact.ts';
import { LEVERS, changeOf, movedTo, positionOf, reachOf } from './levers.ts';
import type { Lever, LeverKey } from './levers.ts';

const lever = (key: LeverKey) => LEVERS.find((l) => l.key === key) as Lever;

test('a lever moved to where it stands changes nothing; beyond, by the difference, exact', () => {
  const area = lever('teaching_area_m2');
  expect(movedTo({}, area, decimal('4019.00'), decimal('4019'))).toEqual({});
  const moved = movedTo({ students: 5 }, area, decimal('4019.00'), decimal('4020.005'));
  expect(moved.students).toBe(5);
  expect(changeOf(moved, area)).toEqual(decimal('1.005'));
  expect(movedTo(moved, area, decimal('4019.00'), decimal('4019.00'))).toEqual({ students: 5 });
});

test('heads move by whole ones, also where half a post is there', () => {
  const counsellors = lever('counsellors');
  expect(movedTo({}, counsellors, exact(1, 2n), decimal('1.5'))).toEqual({ counsellors: 1 });
  expect(movedTo({}, counsellors, exact(1, 2n), decimal('0.6'))).toEqual({});
  expect(positionOf(exact(2), changeOf({ overlaps: -5 }, lever('overlaps')))).toEqual(exact(0));
});

test('the track has room for as much again, reaches what was typed, and ends where degrees end', () => {
  expect(reachOf(lever('students'), 268, 268, null)).toBe(600);
  expect(reachOf(lever('students'), 268, 1450, null)).toBe(2000);
  expect(reachOf(lever('students'), 0, 0, null)).toBe(400);
  expect(reachOf(lever('masters'), 2, 2, 3)).toBe(3);
});

test('the teachers lever leaves ideology teachers out; what is not reported has no position', () => {
  expect(lever('teachers').present(madeFacts()).value).toEqual(exact(1));
  expect(lever('teachers').present(madeFacts({ teachers: unreported('staff') }))).toMatchObject({ value: null, missing: ['staff'] });
  expect(lever('equipment_yuan').present(madeFacts({ equipment: known({ owned_yuan: exact(5), enterprise_yuan: exact(2), new_yuan: exact(1) }) })).value).toEqual(exact(5));
});
