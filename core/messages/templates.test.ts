import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { holdsCitizenId, render, TEMPLATE_NAMES, type DutyReminder, type TemplateData, type TemplateName } from './templates.ts';

const agreement: DutyReminder = {
  clause: 'R3-e', title: { zh: '签订三方协议', en: 'Sign the agreements' }, due: date('2025-10-09'), many: 1, path: '/todo?duty=agreement',
};
const telling = (today: string, language: 'zh' | 'en' = 'zh') => ({ language, origin: 'https://gt.example.cn', secret: null, today: date(today) });

describe('a reminder', () => {
  test('says what, by when, how long that is, under which clause, and where to do it', () => {
    expect(render('duty', agreement, telling('2025-10-02'))).toEqual({
      subject: '贯通提醒：签订三方协议，还有 7 天',
      text: '签订三方协议：2025年10月9日到期，还有 7 天（R3-e）\n\n去办理：https://gt.example.cn/todo?duty=agreement',
      brief: '签订三方协议：2025年10月9日到期，还有 7 天（R3-e）。去办理：https://gt.example.cn/todo?duty=agreement',
    });
  });
  test('counts the days on the day that it is sent: before, on, after', () => {
    const subject = (today: string, language: 'zh' | 'en') => render('duty', agreement, telling(today, language)).subject;
    expect(['2025-10-08', '2025-10-09', '2025-10-10'].map((day) => subject(day, 'zh').split('，')[1])).toEqual(['还有 1 天', '今天是最后一天', '已逾期 1 天']);
    expect(['2025-10-07', '2025-10-08', '2025-10-09', '2025-10-10'].map((day) => subject(day, 'en').split(', ')[1])).toEqual(['2 days left', '1 day left', 'today is the last day', '1 day late']);
  });
  test('of many says how many', () => {
    expect(render('duty', { ...agreement, many: 400 }, telling('2025-10-02')).text).toContain('签订三方协议（共 400 项）：');
  });
});

describe('a digest', () => {
  const filing: DutyReminder = { clause: 'M3-c', title: { zh: '报送新生名单', en: 'File the list of new students' }, due: date('2025-12-05'), many: 1, path: '/todo?duty=filing' };
  test('has the earliest first, and says how many are late', () => {
    const { subject, text } = render('digest', { reminders: [filing, agreement] }, telling('2025-10-10'));
    expect(subject).toBe('贯通提醒：2 项待办，其中 1 项已逾期');
    expect(text.split('\n').filter((line) => /^\d/.test(line)).map((line) => line.slice(0, 10))).toEqual(['1. 签订三方协议：', '2. 报送新生名单：']);
    expect(render('digest', { reminders: [filing, agreement] }, telling('2025-10-09')).subject).toBe('贯通提醒：2 项待办');
  });
  test('of one is that one', () => {
    expect(render('digest', { reminders: [filing] }, telling('2025-12-01'))).toEqual(render('duty', filing, telling('2025-12-01')));
  });
});

describe('a one-time code', () => {
  const code = (secret: string | null) => render('one_time_code', { purpose: 'verify_address', minutes: 5 }, { ...telling('2025-10-02'), secret });
  test('is in the text, and never in the subject', () => {
    expect(code('123456').text).toContain('123456');
    expect(code('123456').subject).not.toContain('123456');
  });
  test('is hidden where it is only listed', () => {
    expect(code(null).text).toContain('******');
  });
});

test('every message is told in both languages, in whole sentences without exclamation marks', () => {
  const data: { readonly [T in TemplateName]: TemplateData[T] } = {
    duty: agreement, digest: { reminders: [agreement, agreement] }, grant_decided: { approved: false, path: '/grants' }, one_time_code: { purpose: 'sign', minutes: 5 },
  };
  for (const name of TEMPLATE_NAMES) {
    const [zh, en] = (['zh', 'en'] as const).map((language) => Object.values(render(name, data[name] as never, telling('2025-10-02', language))).join('\n'));
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(`${zh}${en}`).not.toMatch(/[!！]|undefined|null/);
  }
});

test('what reads like a citizen id is seen, longer and shorter numbers are not', () => {
  expect(['330802199003070014', '证号33080219900307001X，', '33080219900307001x'].map(holdsCitizenId)).toEqual([true, true, true]);
  expect(['3308021990030700', '3308021990030700140', '13800000000'].map(holdsCitizenId)).toEqual([false, false, false]);
});
