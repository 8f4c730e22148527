import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem } from './visitor.ts';

interface View { readonly matter_id: string; readonly version: number; readonly state: string; readonly next: readonly { readonly act: string; readonly why: string | null }[] }

interface Campus { readonly verdicts: readonly { readonly standard: string; readonly required: { readonly value: string } | null }[] }

onDatabase('embedded', 'matters over HTTP', (database) => {
  const offices = openOffices(serve(database, { sample: false }));
  const change = (value: string) => ({ kind: 'parameter_change', subject: 'rooms.min_m2', details: { value, from: '2025-11-21' } });

  test('a change of a value is proposed by one, approved by another, and every verdict of its day goes by it', async () => {
    const [drafter, approver] = [offices.office(), await offices.appointed('city_bureau')];
    const drafted = await drafter.get<View>('openMatter', { json: change('16') });
    const params = { matter_id: drafted.matter_id };
    const step = (act: string, version: number, more: object = {}) => ({ params, json: { act, version, ...more } });
    expect(codeOfProblem(await drafter.ask('stepMatter', step('propose', 1)))).toBe('reason_missing');
    const proposed = await drafter.get<View>('stepMatter', step('propose', 1, { reason: '省里新标准' }));
    expect(proposed.next.map(({ act, why }) => [act, why])).toEqual([['approve', 'same_person'], ['return', 'same_person'], ['drop', null]]);
    expect(codeOfProblem(await drafter.ask('stepMatter', step('approve', 2)))).toBe('same_person');
    const impact = await approver.get<{ changes: readonly { standard: string }[] }>('readImpact', { query: { key: 'rooms.min_m2', value: '16', from: '2025-11-21' } });
    expect(new Set(impact.changes.map(({ standard }) => standard))).toEqual(new Set(['R1-b']));
    const value = async (on: string) => (await approver.get<{ parameters: readonly { key: string; value: string }[] }>('listParameters', { query: { on } })).parameters.find(({ key }) => key === 'rooms.min_m2')?.value;
    const required = async (on: string) => (await approver.get<Campus>('readCampus', { params: { campus_id: 'C1' }, query: { on } })).verdicts.find(({ standard }) => standard === 'R1-b')?.required?.value;
    expect([await required('2025-11-20'), await required('2025-11-21')]).toEqual(['15', '15']);
    expect([await value('2025-11-20'), await value('2025-11-21')]).toEqual(['15', '15']);
    expect(codeOfProblem(await approver.ask('stepMatter', step('approve', 1)))).toBe('changed_meanwhile');
    const key = { headers: { 'idempotency-key': 'once-and-for-all' } };
    const approved = await approver.get<View>('stepMatter', { ...step('approve', 2), ...key });
    expect(await approver.get<View>('stepMatter', { ...step('approve', 2), ...key })).toEqual(approved);
    expect([await value('2025-11-20'), await value('2025-11-21')]).toEqual(['15', '16']);
    expect([await required('2025-11-20'), await required('2025-11-21')]).toEqual(['15', '16']);
    expect(codeOfProblem(await approver.ask('stepMatter', step('return', 3, { reason: '晚了' })))).toBe('matter_closed');
  });
});
