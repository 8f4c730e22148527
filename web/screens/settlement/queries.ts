import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { academicYearOf, yearOf } from '../../../core/values/plain-date.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { dayOf, retryUnlessRefused, type Asked } from '../../provenance/asked.ts';

export type SettlementAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.settlement.$get>>>;
export type SettlementLine = SettlementAnswer['lines'][number];

/** The years that are looked at. */
export interface Years {
  readonly academic_year: number;
  readonly fiscal_year: number;
}

const YEARS_BACK = 4;

/** Years that can be chosen on a day: its own and those before it. */
export function choices({ on }: Asked): { readonly academic: readonly number[]; readonly fiscal: readonly number[] } {
  const back = (year: number): number[] => Array.from({ length: YEARS_BACK }, (_, before) => year - before);
  return { academic: back(academicYearOf(on)), fiscal: back(yearOf(on)) };
}

/** As the address holds them; otherwise those that the day lies in. */
export function yearsFrom(search: string, asked: Asked): Years {
  const given = new URLSearchParams(search);
  const { academic, fiscal } = choices(asked);
  const chosen = (name: string, among: readonly number[]): number => among.find((year) => String(year) === given.get(name)) ?? among[0] ?? 0;
  return { academic_year: chosen('academic_year', academic), fiscal_year: chosen('fiscal_year', fiscal) };
}

export function useSettlement(asked: Asked, years: Years) {
  const query = { ...dayOf(asked), ...years };
  return useQuery({ queryKey: ['settlement', query], queryFn: () => ask(client.api.settlement.$get({ query })), retry: retryUnlessRefused, placeholderData: keepPreviousData });
}
