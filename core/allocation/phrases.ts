import { sheets } from '../exchange/sheets.ts';
import type { Bilingual, Language } from '../values/bilingual.ts';
import type { DemandJson } from './allocation-json.ts';

/** What a demand is called that no standard of the pack names. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  target: { zh: '要求的招生人数', en: 'The intake that was asked for' },
  budget_yuan: { zh: '年度预算上限', en: 'The budget of a year' },
  max_classes: { zh: '每年新增班级上限', en: 'The most classes added in a year' },
  '1.2-b': { zh: '招生逐年稳步增加', en: 'An intake that grows step by step' },
};

/** Names of campuses and schools; an id where there is none to tell. */
export interface PlaceNames {
  readonly campus: (id: string) => string;
  readonly school: (id: string) => string;
}

/** Names as far as whoever asks may read them; else the id. */
export function placeNames(campuses: readonly { readonly campus_id: string; readonly name: string; readonly school_id: string; readonly school: string }[]): PlaceNames {
  const names = new Map(campuses.map(({ campus_id, name }) => [campus_id, name]));
  const schools = new Map(campuses.map(({ school_id, school }) => [school_id, school]));
  return { campus: (id) => names.get(id) ?? id, school: (id) => schools.get(id) ?? id };
}

const BY_ID: PlaceNames = { campus: (id) => id, school: (id) => id };

/** "R1-b 校区 C1", "要求的招生人数". */
export function demandText({ name, part, clause, campus_id, school_id }: Omit<DemandJson, 'demand'>, lang: Language, names: PlaceNames = BY_ID): string {
  const own = NAMES[name]?.[lang];
  const words = own === undefined ? [name, part] : [clause, own];
  return [...words, campus_id !== null ? names.campus(campus_id) : school_id !== null ? names.school(school_id) : null].filter((word) => word !== null && word !== undefined).join(' ');
}

export function kindText(kind: string, lang: Language): string {
  return sheets.options.columns.kind.codes?.[kind]?.[lang] ?? kind;
}

/** By how much a plan costs more than any must, as a share of what it costs, rounded up to a hundredth of a percent. */
export function percentOff(cost_yuan: number, bound_yuan: number): string {
  const share = cost_yuan <= 0 ? 0 : Math.max(0, (cost_yuan - bound_yuan) / cost_yuan);
  return `${(Math.ceil(share * HUNDREDTHS - TINY) / PERCENT).toFixed(2)}%`;
}

const PERCENT = 100;
const HUNDREDTHS = PERCENT * PERCENT;
/** Of what a machine makes of a share, so that none is not a hundredth. */
const TINY = 1e-6;
