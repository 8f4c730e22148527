import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { listEffects } from '../../../api/contract/parameters.ts';
import { ask, client } from '../../client.ts';
import { dayOf, parametersQuery, retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';

type EffectsAnswer = z.infer<(typeof listEffects)['responses'][200]['content']['application/json']['schema']>;

/** What one choice of one reading would change. */
export type Effect = EffectsAnswer['effects'][number];

export function useParameters() {
  return useQuery(parametersQuery(useSettings().settings));
}

/** Judging the region anew for every choice takes longer than reading the values: it comes when it comes. */
export function useEffects() {
  const query = dayOf(useSettings().settings);
  const may = useMay();
  return useQuery({
    queryKey: ['effects', query],
    queryFn: () => ask(client.api.readings.effects.$get({ query })),
    retry: retryUnlessRefused,
    enabled: may('verdicts.read'),
  });
}
