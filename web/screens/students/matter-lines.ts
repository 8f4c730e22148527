import { EVIDENCE } from '../../../core/students/evidence-words.ts';
import { ROLL_CHANGES } from '../../../core/students/roll-changes.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { pick } from '../../words/dictionary.ts';
import { formatDate } from '../../words/format.ts';
import { studentWords } from '../../words/students.ts';
import type { Matter } from '../matters/queries.ts';

/** What a matter asks of a roll, as pairs of name and value. */
export function rollLines({ change, list, on }: Matter['details'], language: Language): (readonly [string, string])[] {
  const say = pick(studentWords, language);
  if (list !== undefined) return on === undefined ? [] : [[say.on, formatDate(on, language)]];
  if (change === undefined) return [];
  const { name, reason, ground, papers, class_id, programme_id } = change;
  return [
    [say.changes, ROLL_CHANGES[name].label[language]], [say.on, formatDate(change.on, language)], [say.reason, ground === 'other' ? reason : `${reason} · ${say[ground]}`],
    [say.papers, papers.length === 0 ? say.noPapers : papers.map(({ paper }) => EVIDENCE[paper][language]).join(language === 'zh' ? '、' : ', ')],
    ...(programme_id === undefined ? [] : [[say.toProgramme, programme_id] as const]), ...(class_id === undefined ? [] : [[say.toClass, class_id] as const]),
  ];
}
