import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { plainOrigin } from '../forecast/origin.ts';

type Told = Parameters<typeof plainOrigin>[1];

/** Where an amount comes from: its clause, its formula with its numbers, the values of law that it goes by. */
export function useMoneyOrigin(): (told: Told) => ProvenanceSource {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => (told) => async () => plainOrigin(asked, told, await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 })), [asked, queries]);
}
