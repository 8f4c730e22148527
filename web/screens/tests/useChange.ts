import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** One act at a time: busy while it runs, the fault where it was refused, everything asked anew when it is done. */
export function useChange() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const run = async (act: () => Promise<unknown>, done: () => void = () => undefined): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await act();
      await queries.invalidateQueries();
      done();
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, run };
}
