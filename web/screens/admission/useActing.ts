import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PlaceChange } from '../../../core/admission/places.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { useHref } from '../../settings/SettingsProvider.tsx';
import { ADMISSION } from './queries.ts';

interface Done {
  readonly many: number;
  readonly first: string;
  readonly last: string;
}

type RegisterBody = Parameters<(typeof client.api.admissions.register)['$post']>[0]['json'];

/** Registers, or opens the matter that decides on places. */
export function useActing() {
  const queries = useQueryClient();
  const href = useHref();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [done, setDone] = useState<Done | null>(null);
  const work = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    setDone(null);
    try {
      await act();
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy, fault, done,
    register: (json: RegisterBody, after: () => void) => void work(async () => {
      const { registered } = await ask(client.api.admissions.register.$post({ json }, onceOnly()));
      const ids = registered.map(({ student_id }) => student_id).sort();
      setDone({ many: ids.length, first: ids[0] ?? '', last: ids.at(-1) ?? '' });
      after();
      await queries.invalidateQueries({ queryKey: [ADMISSION] });
    }),
    change: (subject: string, details: { year: number; place: PlaceChange; admissions: string[] }) => void work(async () => {
      const { matter_id } = await ask(client.api.matters.$post({ json: { kind: 'admission_change', subject, details } }, onceOnly()));
      navigate(href(`/matters/${matter_id}`));
    }),
  };
}

export type Acting = ReturnType<typeof useActing>;
