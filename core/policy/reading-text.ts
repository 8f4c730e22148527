import type { Bilingual, Language } from '../values/bilingual.ts';
import { sheets, type SheetName } from '../exchange/sheets.ts';
import type { Parameter } from '../verdict/parameter.ts';

/**
 * A reading `key=value` in words: `生均指标的分母：口径日期的实际在校生`. A value that is none of the options
 * is said as it stands; lists of codes are said with their labels.
 */
export function readingWords(parameters: readonly Parameter[], reading: string, lang: Language): string {
  const at = reading.indexOf('=');
  const key = reading.slice(0, at);
  const value = reading.slice(at + 1);
  const parameter = parameters.find((p) => p.key === key);
  if (parameter === undefined) return EXTRA_READINGS[reading]?.[lang] ?? reading;
  return `${parameter.label[lang]}${lang === 'zh' ? '：' : ': '}${valueWords(parameter, value, lang)}`;
}

/** A value of a parameter in words, as far as it has any: the option's name, yes or no, the labels of codes. */
export function valueWords({ reading }: Pick<Parameter, 'reading'>, value: string, lang: Language): string {
  const option = reading?.options.find((o) => o.value === value);
  return option?.label[lang] ?? SWITCHES[value]?.[lang] ?? codeWords(value, lang);
}

/** Readings that are shown beside a figure without being a value of a parameter. */
const EXTRA_READINGS: Readonly<Record<string, Bilingual>> = {
  'county.covered_by=service': { zh: '按服务计覆盖', en: 'Reached by service' },
  'local_rate.denominator=all_graduates': { zh: '分母为全部毕业生', en: 'Divided by all graduates' },
  'local_rate.denominator=employed': { zh: '分母为已就业毕业生', en: 'Divided by employed graduates' },
};

const SWITCHES: Readonly<Record<string, Bilingual>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  off: { zh: '未启用', en: 'off' },
};

const CODE_COLUMNS: readonly (readonly [SheetName, string])[] = [
  ['facilities', 'kind'], ['rooms', 'use'], ['teaching', 'kind'], ['staff', 'title'], ['students', 'status'],
];

function codeWords(value: string, lang: Language): string {
  const words = value.split(';').map((code) => labelOf(code, lang) ?? code);
  return words.join(lang === 'zh' ? '、' : ', ');
}

function labelOf(code: string, lang: Language): string | undefined {
  for (const [sheet, column] of CODE_COLUMNS) {
    const columns: Readonly<Record<string, { readonly codes?: Readonly<Record<string, Bilingual>> }>> = sheets[sheet].columns;
    const label = columns[column]?.codes?.[code]?.[lang];
    if (label !== undefined) return label;
  }
  return undefined;
}
