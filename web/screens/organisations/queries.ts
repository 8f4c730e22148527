import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { dayOf, inPath, retryUnlessRefused } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type OrganisationAnswer = Answer<(typeof client.api.organisations)[':org_id']['$get']>;
export type ProgrammeAnswer = Answer<(typeof client.api.programmes)[':programme_id']['$get']>;
export type Entry = OrganisationAnswer['entry'];
export type Kind = Entry['kind'];
export type Programme = OrganisationAnswer['programmes'][number];
export type Agreement = OrganisationAnswer['agreements'][number];

export interface DirectoryFilter {
  readonly search: string;
  readonly kind: Kind | '';
  readonly county: string;
}

/** Entries of the directory; the first hundred, and how many there are. */
export function useDirectory({ search, kind, county }: DirectoryFilter) {
  const query = { page: '1', per_page: '100', ...(search !== '' && { search }), ...(kind !== '' && { kind }), ...(county !== '' && { county }) };
  return useQuery({ queryKey: ['directory', query], queryFn: () => ask(client.api.organisations.$get({ query })), placeholderData: (before) => before });
}

/** Everybody who can be chosen from, with nothing cut off. */
export function useEveryEntry() {
  return useQuery({ queryKey: ['directory', 'all'], queryFn: () => ask(client.api.organisations.$get({ query: { page: '1', per_page: '1000' } })), staleTime: 60_000 });
}

export function useOrganisation(id: string, of: 'unit' | 'park') {
  const asked = useAsked();
  const query = dayOf(asked);
  return useQuery({
    queryKey: ['cooperation', of, id, query], retry: retryUnlessRefused,
    queryFn: (): Promise<OrganisationAnswer> => (of === 'unit' ? ask(client.api.organisations[':org_id'].$get({ param: { org_id: inPath(id) }, query })) : ask(client.api.parks[':park_id'].$get({ param: { park_id: inPath(id) }, query }))),
  });
}

export function useProgramme(id: string) {
  const query = dayOf(useAsked());
  return useQuery({
    queryKey: ['cooperation', 'programme', id, query], retry: retryUnlessRefused,
    queryFn: () => ask(client.api.programmes[':programme_id'].$get({ param: { programme_id: inPath(id) }, query })),
  });
}

export function useAgreements(wanted: boolean) {
  const query = dayOf(useAsked());
  return useQuery({ queryKey: ['cooperation', 'agreements', query], queryFn: () => ask(client.api['partner-agreements'].$get({ query })), enabled: wanted });
}

/** An agreement, then the records that it corrects. */
export function useAgreement(agreement_id: string) {
  const query = dayOf(useAsked());
  return useQuery({
    queryKey: ['cooperation', 'agreement', agreement_id, query], retry: retryUnlessRefused,
    queryFn: () => ask(client.api['partner-agreements'][':agreement_id'].$get({ param: { agreement_id: inPath(agreement_id) }, query })),
  });
}

/** Programmes to choose from, as the register has them. */
export function useProgrammes() {
  return useQuery({
    queryKey: ['directory', 'programmes'],
    queryFn: async () => {
      const { records } = await ask(client.api.registers[':sheet'].$get({ param: { sheet: 'programmes' }, query: { order: 'asc', page: '1', per_page: '1000' } }));
      return records.map(({ values }) => ({ programme_id: String(values['programme_id']), name: String(values['name']), school_id: String(values['school_id']), college_id: String(values['college_id']) }));
    },
    staleTime: 60_000,
  });
}

/** Campuses to choose from, as the register has them; none for who does not read it. */
export function useCampusNames(wanted: boolean) {
  return useQuery({
    queryKey: ['directory', 'campuses'],
    queryFn: async () => {
      const { records } = await ask(client.api.registers[':sheet'].$get({ param: { sheet: 'campuses' }, query: { order: 'asc', page: '1', per_page: '1000' } }));
      return records.map(({ values }) => ({ campus_id: String(values['campus_id']), name: String(values['name']), school_id: String(values['school_id']) }));
    },
    enabled: wanted, staleTime: 60_000,
  });
}
