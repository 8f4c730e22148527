import { useQuery } from '@tanstack/react-query';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { ask, client } from '../../../client.ts';
import type { AnswerOf } from '../../../client.ts';
import { useSettings } from '../../../settings/SettingsProvider.tsx';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type RegisterRecord = Answer<(typeof client.api.registers)[':sheet']['$get']>['records'][number];
export type Cell = RegisterRecord['values'][string];
export type HistoryEntry = Answer<(typeof client.api.registers)[':sheet'][':record_id']['history']['$get']>['entries'][number];

/** How many records stand in each register, as known on the day chosen. */
export function useRegisterCounts() {
  const { known } = useSettings().settings;
  const query = known === null ? {} : { known_on: known };
  return useQuery({ queryKey: ['registers', query], queryFn: () => ask(client.api.registers.$get({ query })) });
}

export function useHistory(sheet: SheetName, record_id: string) {
  return useQuery({
    queryKey: ['history', sheet, record_id],
    queryFn: () => ask(client.api.registers[':sheet'][':record_id'].history.$get({ param: { sheet, record_id } })),
  });
}
