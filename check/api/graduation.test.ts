import { expect, test } from 'vitest';
import { readDatasetPath } from '../../workbook/read-dataset.ts';
import { auditGraduation } from '../../core/graduation/audit.ts';
import { graduationJson } from '../../core/graduation/graduation-json.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const DAY = '2025-06-20';

interface Line { readonly name: string; readonly outcome: string; readonly counts: boolean; readonly said: { readonly zh: string; readonly en: string }; readonly detail: { readonly zh: string; readonly en: string } }
interface Answer {
  readonly has_rules: boolean; readonly total: number; readonly summary: Readonly<Record<string, number>>; readonly schools: readonly { readonly school_id: string; readonly name: string }[];
  readonly students: readonly { readonly student_id: string; readonly outcome: string; readonly school_id: string; readonly requirements: readonly Line[] }[];
}

onDatabase('embedded', 'the graduation audit over HTTP', (database) => {
  const served = serve(database, { sample: true });
  const ask = async (account: string, query = ''): Promise<Answer> => {
    const found = served.sample().accounts.find((one) => one.account === account);
    expect((await served.send('/api/session', { json: { account, password: found?.password } })).status).toBe(200);
    return served.answer<Answer>('readGraduation', `/api/graduation?per_page=500&on=${DAY}${query}`);
  };

  test('says what the command says of the same records', async () => {
    const read = await readDatasetPath('samples/quzhou');
    if ('refused' in read) throw new Error('the sample is not read');
    const command = graduationJson(auditGraduation(read.dataset, [], judgingOn(DEFAULT_PACK, date(DAY))));
    const told = await ask('college-roll');
    expect(told.summary).toEqual(command.summary);
    const lines = (all: Answer['students'] | typeof command.students) => all.map(({ student_id, outcome, requirements }) =>
      [student_id, outcome, ...requirements.filter(({ name }) => name !== 'fees').map(({ name, outcome: of }) => `${name} ${of}`)]);
    expect(lines(told.students)).toEqual(lines(command.students));
    expect(told.total).toBe(94);
  });

  test('a school sees its own; what is owed is told to who reads fees, and to nobody else', async () => {
    const own = await ask('school-registrar');
    expect(own.schools.map(({ school_id }) => school_id)).toEqual(['S1']);
    expect(own.students.length).toBeGreaterThan(0);
    expect(new Set(own.students.map(({ school_id }) => school_id))).toEqual(new Set(['S1']));
    expect(own.students.every(({ requirements }) => requirements.every(({ name }) => name !== 'fees'))).toBe(true);
    for (const account of ['school-finance', 'college-academic']) {
      const password = served.sample().accounts.find((one) => one.account === account)?.password;
      expect((await served.send('/api/session', { json: { account, password } })).status).toBe(200);
      await served.refusal('not_allowed', `/api/graduation?on=${DAY}`);
    }
  });

  test('narrowed by outcome, school and name; the counts stay those of all outcomes', async () => {
    const all = await ask('college-roll');
    const completed = await ask('college-roll', '&outcome=completed');
    expect([completed.total, completed.summary]).toEqual([all.summary['completed'], all.summary]);
    expect(completed.students.every(({ outcome, requirements }) => outcome === 'completed' && requirements.some((one) => one.counts && one.said.zh !== ''))).toBe(true);
    const lines = all.students.flatMap(({ requirements }) => requirements);
    expect(lines.every(({ outcome, said, detail }) => said.zh === (outcome === 'undetermined' ? `待补报：${detail.zh}` : detail.zh))).toBe(true);
    const [one] = all.students;
    expect((await ask('college-roll', `&find=${one?.student_id}`)).students.map(({ student_id }) => student_id)).toEqual([one?.student_id]);
    expect((await ask('college-roll', '&school_id=S3')).students.every(({ school_id }) => school_id === 'S3')).toBe(true);
  });

  test('on a day before the rules nobody is audited, and it is said', async () => {
    await ask('college-roll');
    expect(await served.answer<Answer>('readGraduation', '/api/graduation?on=2024-05-28')).toMatchObject({ has_rules: false, total: 0 });
  });
});
