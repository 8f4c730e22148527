import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { dayOf, inPath, retryUnlessRefused } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type TeamsAnswer = Answer<typeof client.api.teams.$get>;
export type TeamHead = TeamsAnswer['teams'][number];
export type Wanting = TeamsAnswer['wanting'][number];
export type TeamAnswer = Answer<(typeof client.api.teams)[':team_id']['$get']>;
export type Member = TeamAnswer['members'][number];
export type TeamAct = Member['acts'][number];
export type TeamFunction = Member['function'];

export function useTeams() {
  const query = dayOf(useAsked());
  return useQuery({ queryKey: ['cooperation', 'teams', query], queryFn: () => ask(client.api.teams.$get({ query })) });
}

export function useTeam(team_id: string) {
  const query = dayOf(useAsked());
  return useQuery({
    queryKey: ['cooperation', 'team', team_id, query], retry: retryUnlessRefused,
    queryFn: () => ask(client.api.teams[':team_id'].$get({ param: { team_id: inPath(team_id) }, query })),
  });
}
