import type { Bilingual, Language } from '../values/bilingual.ts';
import { daysBetween, type PlainDate } from '../values/plain-date.ts';
import { dayText, lateness } from './day-text.ts';

/** A duty that is due from whoever is told of it, or that somebody below them is late with. */
export interface DutyReminder {
  /** The clause under which it is owed: `R3-e`. */
  readonly clause: string;
  readonly title: Bilingual;
  readonly due: PlainDate;
  /** How many of the same there are. */
  readonly many: number;
  /** Where the one action is that closes it: `/todo?duty=agreement`. */
  readonly path: string;
}

/** What each message is made of. Never a citizen id, and no name of a student: the message tells where to look. */
export interface TemplateData {
  readonly duty: DutyReminder;
  /** What was gathered in a day. */
  readonly digest: { readonly reminders: readonly DutyReminder[] };
  /** Leave to read minors' records was given or refused. */
  readonly grant_decided: { readonly approved: boolean; readonly path: string };
  /** The code itself is sealed, apart from this. */
  readonly one_time_code: { readonly purpose: CodePurpose; readonly minutes: number };
}

export type TemplateName = keyof TemplateData;

/** What a one-time code is asked for. */
export const CODE_PURPOSES = ['verify_address', 'sign'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** A message as it is sent. `brief` is the whole of it where there is room for a line only. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly brief: string;
}

export interface Telling {
  readonly language: Language;
  /** The day on which it is sent. */
  readonly today: PlainDate;
  /** What paths begin with: `https://guantong.example.gov.cn`. */
  readonly origin: string;
  /** The one-time code; null where there is none, and where it is not to be shown. */
  readonly secret: string | null;
}

/** How a message reads, in one language. */
type Template<T> = (data: T, telling: Telling) => Rendered;

const HIDDEN_CODE = '******';

const daysLate = ({ due }: DutyReminder, { today }: Telling): number => daysBetween(due, today);

const dutyLine = (reminder: DutyReminder, telling: Telling): string => {
  const { clause, title, due, many } = reminder;
  const { language } = telling;
  const late = lateness(daysLate(reminder, telling), language);
  const count = many === 1 ? '' : { zh: `（共 ${many} 项）`, en: ` (${many} of them)` }[language];
  return {
    zh: `${title.zh}${count}：${dayText(due, 'zh')}到期，${late}（${clause}）`,
    en: `${title.en}${count}: due ${dayText(due, 'en')}, ${late} (${clause})`,
  }[language];
};

const duty: Template<DutyReminder> = (data, telling) => {
  const { language, origin } = telling;
  const [line, late, link] = [dutyLine(data, telling), lateness(daysLate(data, telling), language), `${origin}${data.path}`];
  return language === 'zh'
    ? { subject: `贯通提醒：${data.title.zh}，${late}`, text: `${line}\n\n去办理：${link}`, brief: `${line}。去办理：${link}` }
    : { subject: `Guantong: ${data.title.en}, ${late}`, text: `${line}\n\nDo it here: ${link}`, brief: `${line}. Do it here: ${link}` };
};

const digest: Template<TemplateData['digest']> = ({ reminders }, telling) => {
  const { language, origin } = telling;
  const [only] = reminders;
  if (only !== undefined && reminders.length === 1) return duty(only, telling);
  const many = reminders.length;
  const late = reminders.filter((one) => daysLate(one, telling) > 0).length;
  const inOrder = reminders.toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const action = { zh: '去办理', en: 'Do it here' }[language];
  const lines = inOrder.map((one, at) => `${at + 1}. ${dutyLine(one, telling)}\n   ${action}: ${origin}${one.path}`).join('\n');
  return language === 'zh'
    ? { subject: `贯通提醒：${many} 项待办${late > 0 ? `，其中 ${late} 项已逾期` : ''}`, text: lines, brief: `您有 ${many} 项待办${late > 0 ? `，其中 ${late} 项已逾期` : ''}。去办理：${origin}/todo` }
    : { subject: `Guantong: ${many} duties${late > 0 ? `, ${late} of them late` : ''}`, text: lines, brief: `You have ${many} duties${late > 0 ? `, ${late} of them late` : ''}. Do them here: ${origin}/todo` };
};

const grantDecided: Template<TemplateData['grant_decided']> = ({ approved, path }, { language, origin }) => {
  const link = `${origin}${path}`;
  const said = approved
    ? { zh: '您申请的未成年人资料授权已批准', en: 'The leave to read minors’ records that you asked for was given' }
    : { zh: '您申请的未成年人资料授权未获批准', en: 'The leave to read minors’ records that you asked for was refused' };
  return language === 'zh'
    ? { subject: `贯通：${said.zh}`, text: `${said.zh}。\n\n查看：${link}`, brief: `${said.zh}。查看：${link}` }
    : { subject: `Guantong: ${said.en}`, text: `${said.en}.\n\nSee it here: ${link}`, brief: `${said.en}. See it here: ${link}` };
};

const PURPOSE_TEXT: Readonly<Record<CodePurpose, Bilingual>> = {
  verify_address: { zh: '确认接收消息的地址', en: 'to confirm where you get messages' },
  sign: { zh: '签署', en: 'to sign' },
};

const oneTimeCode: Template<TemplateData['one_time_code']> = ({ purpose, minutes }, { language, secret }) => {
  const code = secret ?? HIDDEN_CODE;
  const text = {
    zh: `验证码 ${code}，用于${PURPOSE_TEXT[purpose].zh}，${minutes} 分钟内有效。请勿告诉他人；不是您本人操作的，不必理会。`,
    en: `Your code ${PURPOSE_TEXT[purpose].en} is ${code}. It holds for ${minutes} minutes. Tell it to nobody; if it was not you who asked, do nothing.`,
  }[language];
  // The subject is kept by mail servers and shown on locked screens: no code in it.
  return { subject: { zh: '贯通：验证码', en: 'Guantong: one-time code' }[language], text, brief: language === 'zh' ? `【贯通】${text}` : `[Guantong] ${text}` };
};

const TEMPLATES: { readonly [T in TemplateName]: Template<TemplateData[T]> } = { duty, digest, grant_decided: grantDecided, one_time_code: oneTimeCode };
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];

/** Of these, whatever is meant for one person within a day goes as one message. */
const GATHERED: ReadonlySet<TemplateName> = new Set<TemplateName>(['duty']);
export const isGathered = (template: TemplateName): boolean => GATHERED.has(template);

/** A message in words. */
export function render<T extends TemplateName>(template: T, data: TemplateData[T], telling: Telling): Rendered {
  return TEMPLATES[template](data, telling);
}

const CITIZEN_ID = /(?<!\d)\d{17}[\dXx](?!\d)/;

/** Whether a text holds what reads like a citizen id: such a text is never sent. */
export function holdsCitizenId(text: string): boolean {
  return CITIZEN_ID.test(text);
}
