import { useQuery } from '@tanstack/react-query';
import { factsFromJson } from '../../../core/facts/facts-json.ts';
import type { CampusFactsJson } from '../../../core/facts/facts-json.ts';
import { ask, client } from '../../client.ts';
import { campusesQuery, dayOf, inPath, retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';

export function useCampuses() {
  return useQuery(campusesQuery(useSettings().settings));
}

/** The facts of a campus on the day, ready to be judged; null facts: no rule says how to count on that day. */
export function useCampusFacts(campus_id: string) {
  const query = dayOf(useSettings().settings);
  return useQuery({
    queryKey: ['campus-facts', campus_id, query],
    queryFn: async () => {
      const answer = await ask(client.api.campuses[':campus_id'].facts.$get({ param: { campus_id: inPath(campus_id) }, query }));
      return { pack: answer.pack, facts: answer.facts === null ? null : factsFromJson(answer.facts as unknown as CampusFactsJson) };
    },
    retry: retryUnlessRefused,
  });
}
