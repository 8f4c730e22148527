import { amountOf, listOf } from '../facts/rules.ts';
import type { DestinationCodes } from '../facts/employment.ts';
import { fenOf } from '../values/fen.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { isEmployed, type Destination } from './counts.ts';
import { industryOf, type Industry } from './industries.ts';
import { isContract, type ContractKind, type Match } from './outcomes.ts';

/** A latest destination with what is known of the work. */
export interface Work extends Destination {
  readonly industry: string | null;
  readonly contract_kind: ContractKind | null;
  readonly wage_fen: bigint | null;
  readonly match: Match | null;
  /** The same in the words of a sheet, where nothing more exact is known: `劳动合同`, `4000-5000`. */
  readonly contract: string | null;
  readonly wage_band: string | null;
}

/** Of those at work: how many are told of, and how many of them are so. Who is not told of counts as neither. */
export interface Share {
  readonly yes: number;
  readonly known: number;
  readonly of: number;
}

export interface Quality {
  readonly contract: Share;
  readonly wage: Share;
  readonly match: Share;
  /** 1.1-d: in a section of industry that the city's plan counts on. */
  readonly city_industry: Share;
  readonly industries: readonly { readonly industry: Industry; readonly many: number }[];
}

export interface QualityRules {
  readonly codes: DestinationCodes;
  readonly minimum_wage_fen: bigint;
  readonly city_industries: ReadonlySet<string>;
}

export function qualityRules(parameters: ParametersInForce, codes: DestinationCodes): QualityRules | null {
  if (!parameters.has('employment.minimum_wage') || !parameters.has('employment.city_industries')) return null;
  return { codes, minimum_wage_fen: fenOf(amountOf(parameters, 'employment.minimum_wage')), city_industries: new Set(listOf(parameters, 'employment.city_industries')) };
}

/** S2-j, 1.2-n, 1.1-d: how good the work is that graduates found. */
export function qualityOf(latest: readonly Work[], { codes, minimum_wage_fen, city_industries }: QualityRules): Quality {
  const employed = latest.filter((one) => isEmployed(one, codes));
  const share = <T>(of: (one: Work) => T | null, is: (value: T) => boolean): Share => {
    const known = employed.map(of).filter((value): value is T => value !== null);
    return { yes: known.filter(is).length, known: known.length, of: employed.length };
  };
  const many = new Map<Industry, number>();
  for (const { industry } of employed) {
    const section = industryOf(industry);
    if (section !== null) many.set(section, (many.get(section) ?? 0) + 1);
  }
  return {
    contract: share(contractOf, (contract) => contract),
    wage: share((one) => paidEnough(one, minimum_wage_fen), (enough) => enough),
    match: share(({ match }) => match, (match) => match !== 'other'),
    city_industry: share(({ industry }) => industryOf(industry), (section) => city_industries.has(section)),
    industries: [...many].map(([industry, heads]) => ({ industry, many: heads })).sort((a, b) => b.many - a.many || (a.industry < b.industry ? -1 : 1)),
  };
}

const LABOUR_CONTRACT = /劳动合同/;
const NO_CONTRACT = /未签|协议|非全日制|无/;

function contractOf({ contract_kind, contract }: Work): boolean | null {
  if (contract_kind !== null) return isContract(contract_kind);
  if (contract === null || contract === '') return null;
  if (NO_CONTRACT.test(contract)) return contract.includes('无固定期限') && LABOUR_CONTRACT.test(contract);
  return LABOUR_CONTRACT.test(contract) ? true : null;
}

const BAND = /^(\d{1,7})\s*[-–—~至]\s*(\d{1,7})$/;
const FEN_PER_YUAN = 100n;

/** A band says it only where all of it lies on one side of the minimum. */
function paidEnough({ wage_fen, wage_band }: Work, minimum_fen: bigint): boolean | null {
  if (wage_fen !== null) return wage_fen >= minimum_fen;
  const [, from, to] = BAND.exec(wage_band?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined) return null;
  if (BigInt(from) * FEN_PER_YUAN >= minimum_fen) return true;
  return BigInt(to) * FEN_PER_YUAN < minimum_fen ? false : null;
}
