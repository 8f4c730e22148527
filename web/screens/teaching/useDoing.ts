import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** One act at a time: what it came to is said, what it changed is asked for anew. */
export function useDoing() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [said, setSaid] = useState<string | null>(null);
  const run = async <T>(work: () => Promise<T>, say: (done: T) => string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFault(null);
    setSaid(null);
    try {
      const done = await work();
      await queries.invalidateQueries();
      setSaid(say(done));
      return true;
    } catch (error) {
      setFault(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, said, run };
}
export type Doing = ReturnType<typeof useDoing>;
