import { expect, test } from 'vitest';
import { quzhou2024 } from '../core/policy/quzhou-2024/pack.ts';
import { date } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { refusalText } from './matter-refusal.ts';

const votes = { members: 10, present: 5, for: 5, against: 0, abstained: 0 };
const rule = (on: string) => parametersOn(quzhou2024.parameters, date(on)).get('leading_group.present_above') ?? null;

test('M8-b: where too few are present, the refusal tells how many there are, the share that it takes and whose rule that is', () => {
  expect(refusalText({ why: 'no_quorum', clause: 'M8-b', votes, rule: rule('2025-10-31') })).toEqual({
    zh: '没有改动。应到 10 人，实到 5 人。招生领导小组审定时到会人数须超过应到人数的比例：50%（文件未明确，采用默认释义，待主管部门确认）（依据 M8-b）',
    en: 'Nothing was changed. 5 of 10 are present. Share of the members that those present must exceed when the leading group decides: 50% (Not settled by the document: default reading, to be confirmed by the office) (M8-b)',
  });
  expect(refusalText({ why: 'not_carried', clause: 'M8-b', votes, rule: rule('2024-05-28') }).zh).toBe('没有改动。到会 5 人，同意 5 票。当日没有生效的表决规则（依据 M8-b）');
});
