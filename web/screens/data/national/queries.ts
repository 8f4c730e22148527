import { useQuery } from '@tanstack/react-query';
import type { OwnColumn } from '../../../../core/national/own-columns.ts';
import { ask, client, Refusal, type AnswerOf } from '../../../client.ts';
import type { ProblemDocument } from '../../../../api/contract/problem-document.ts';
import { retryUnlessRefused } from '../../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const systems = client.api['national-systems'];
export type Systems = Answer<typeof systems.$get>['systems'];
export type System = Systems[number];
export type Standing = Answer<(typeof systems)[':system']['$get']>;
export type StandingTable = Standing['tables'][number];

/** Which report is asked for. */
export interface AskedReport {
  readonly system: System['system'];
  readonly organisation_id: string;
  readonly on: string;
  readonly cohort: string;
}

export function useSystems() {
  return useQuery({ queryKey: ['national-systems'], retry: retryUnlessRefused, queryFn: () => ask(systems.$get()) });
}

export function useStanding({ system, organisation_id, on, cohort }: AskedReport) {
  return useQuery({
    queryKey: ['national-report', system, organisation_id, on, cohort], retry: retryUnlessRefused,
    queryFn: () => ask(systems[':system'].$get({ param: { system }, query: { organisation_id, on, ...(cohort !== '' && { cohort }) } })),
  });
}

/** Fetches the workbook and hands it to the browser's downloads; with a purpose, ids and phones are whole. */
export async function takeReport({ system, organisation_id, on, cohort }: AskedReport, { purpose, columns }: { readonly purpose?: string; readonly columns: readonly OwnColumn[] | null }): Promise<void> {
  const reply = await systems[':system'].workbook.$post({
    param: { system },
    json: { organisation_id, on, ...(cohort !== '' && { cohort: Number(cohort) }), ...(purpose !== undefined && { purpose }), ...(columns !== null && { columns: columns.map((one) => ({ ...one })) }) },
  });
  // Typed by the contract: whatever is no workbook is a refusal.
  const answer = reply as unknown as Response;
  if (!answer.ok) throw new Refusal(await answer.json() as ProblemDocument);
  const named = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(named);
  link.click();
  URL.revokeObjectURL(link.href);
}
