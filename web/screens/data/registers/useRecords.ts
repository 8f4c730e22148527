import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { ask, client } from '../../../client.ts';
import { useSettings } from '../../../settings/SettingsProvider.tsx';
import type { RegisterRecord } from './queries.ts';

const PER_PAGE = 1000;
/** More than this is not held by a page; finding narrows it. */
const MOST = 20_000;

interface Asked {
  readonly sheet: SheetName;
  /** Only those in force on the day of the page. */
  readonly inForce: boolean;
  readonly find: string;
}

/** The records of a register, page by page, with how far that is. */
export function useRecords({ sheet, inForce, find }: Asked) {
  const { on, known } = useSettings().settings;
  const [progress, setProgress] = useState({ done: 0, of: null as number | null });
  const query = { ...(inForce && { on }), ...(known !== null && { known_on: known }), ...(find !== '' && { filter: find }), order: 'asc' as const };
  const records = useQuery({
    queryKey: ['records', sheet, query],
    queryFn: async () => {
      const all: RegisterRecord[] = [];
      let total = 0;
      setProgress({ done: 0, of: null });
      for (let page = 1; page === 1 || (all.length < Math.min(total, MOST) && all.length === (page - 1) * PER_PAGE); page += 1) {
        const answer = await ask(client.api.registers[':sheet'].$get({ param: { sheet }, query: { ...query, page: String(page), per_page: String(PER_PAGE) } }));
        all.push(...answer.records);
        total = answer.total;
        setProgress({ done: all.length, of: Math.min(total, MOST) });
      }
      return { total, records: all as readonly RegisterRecord[] };
    },
  });
  return { ...records, progress };
}
