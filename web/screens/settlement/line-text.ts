import { STUDENTS } from '../../../core/funding/line.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import type { settlementWords } from '../../words/settlement.ts';
import type { SettlementLine } from './queries.ts';

type Say = (typeof settlementWords)['zh'];

export function partyText(party: SettlementLine['from'], say: Say): string {
  if (party === null) return say.noPayer;
  return party.id === STUDENTS ? say.students : party.name ?? party.id;
}

/** `生均拨款，衢州市财政局 → 衢州职业技术学院`. */
export function lineText({ label, from, to }: SettlementLine, say: Say, language: Language): string {
  return `${label[language]}，${partyText(from, say)} → ${partyText(to, say)}`;
}

/** Whether somebody has to do something about a line. */
export const isOpen = ({ outcome }: SettlementLine): boolean => outcome !== 'met';
