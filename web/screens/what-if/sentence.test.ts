import { expect, test } from 'vitest';
import { decimal } from '../../../core/values/exact.ts';
import { scenarioSentence } from './sentence.ts';

test('a scenario is told in the order of the levers, more and less in plain words', () => {
  const changes = { overlaps: -2, students: 45, teaching_area_m2: decimal('300.50'), equipment_yuan: decimal('18000'), seniors: 1, facilities: ['canteen', 'clinic'] };
  expect(scenarioSentence(changes, 'zh')).toBe(
    '高职阶段学生增加 45 人；教学行政用房增加 300.5 平方米；仪器设备增加 18,000.00 元；高级职称教师增加 1 人；与中职重合的教师减少 2 人；补齐设施：食堂、医务室',
  );
  expect(scenarioSentence({ students: 45 }, 'en')).toBe('Students of the higher stage: 45 students more');
});

test('nothing changed is nothing said', () => {
  expect(scenarioSentence({}, 'zh')).toBe('');
  expect(scenarioSentence({ students: 0, land_area_m2: decimal('0.00'), facilities: [] }, 'zh')).toBe('');
});
