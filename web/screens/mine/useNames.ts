import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';

const NAMED = ['organisations', 'programmes', 'students'] as const;

/** Names of organisations, programmes and the students in reach by their ids. */
export function useNames(): ReadonlyMap<string, string> {
  const names = useQuery({
    queryKey: ['names'],
    staleTime: Infinity,
    queryFn: async () => {
      const known = new Map<string, string>();
      for (const sheet of NAMED) {
        const { records } = await ask(client.api.registers[':sheet'].$get({ param: { sheet }, query: { order: 'asc', page: '1', per_page: '1000' } }));
        for (const { values } of records) {
          const [id] = Object.values(values);
          const name = values['name'];
          if (typeof id === 'string' && typeof name === 'string') known.set(id, name);
        }
      }
      return known;
    },
  });
  return names.data ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();
