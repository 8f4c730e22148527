import { useQuery } from '@tanstack/react-query';
import { factsFromJson } from '../../../core/facts/facts-json.ts';
import type { CampusFactsJson } from '../../../core/facts/facts-json.ts';
import { ask, client, Refusal } from '../../client.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';

/** The day asked about, and as known on which day, as every route takes them. */
export function useDayQuery(): { readonly on: string; readonly known_on?: string } {
  const { on, known } = useSettings().settings;
  return known === null ? { on } : { on, known_on: known };
}

export function useCampuses() {
  const query = useDayQuery();
  return useQuery({ queryKey: ['campuses', query], queryFn: () => ask(client.api.campuses.$get({ query })) });
}

/** The facts of a campus on the day, ready to be judged; null facts: no rule says how to count on that day. */
export function useCampusFacts(campus_id: string) {
  const query = useDayQuery();
  return useQuery({
    queryKey: ['campus-facts', campus_id, query],
    queryFn: async () => {
      const answer = await ask(client.api.campuses[':campus_id'].facts.$get({ param: { campus_id }, query }));
      return { pack: answer.pack, facts: answer.facts === null ? null : factsFromJson(answer.facts as unknown as CampusFactsJson) };
    },
    retry: (times, error) => !(error instanceof Refusal) && times < 1,
  });
}
