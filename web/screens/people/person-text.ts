import type { Language } from '../../../core/values/bilingual.ts';
import { peopleWords } from '../../words/people.ts';
import type { Appointment, Person } from './queries.ts';

/** `中职学籍管理员 · 衢州一职`; of a role of the whole region, that it is. */
export function appointmentText({ role_name, organisation }: Appointment, language: Language): string {
  const say = peopleWords[language];
  return say.roleAt(role_name[language], organisation ?? say.region);
}

/** What a person is today, one line for each. */
export function standingTexts(person: Person, language: Language): readonly string[] {
  const say = peopleWords[language];
  if (person.kind === 'student') return [say.studentOf(person.student_id ?? '')];
  if (person.kind === 'guardian') {
    const ids = person.wards.filter(({ ended_at }) => ended_at === null).map(({ student_id }) => student_id);
    return [ids.length === 0 ? say.noWards : say.wardsOf(ids.join(language === 'zh' ? '、' : ', '))];
  }
  const now = person.appointments.filter(({ state }) => state === 'now').map((one) => appointmentText(one, language));
  return now.length === 0 ? [say.noRole] : now;
}
