import { useRef } from 'react';
import { sendFiles } from './send-files.ts';
import type { ImportState } from './import-state.ts';

/** Sends the chosen files and says how far that is; what comes after "cancel" is not shown. */
export function useSending(files: readonly File[], setState: (state: ImportState) => void) {
  const work = useRef<AbortController | null>(null);
  const send = async <T,>(path: string, query: Record<string, string>, then: (answer: T) => void) => {
    const mine = new AbortController();
    work.current = mine;
    setState({ at: 'working', what: 'sending', done: 0, of: files.reduce((sum, { size }) => sum + size, 0) });
    const onSent = ({ bytes, of }: { bytes: number; of: number }) =>
      setState(bytes < of ? { at: 'working', what: 'sending', done: bytes, of } : { at: 'working', what: 'judging', done: 0, of: null });
    try {
      then(await sendFiles<T>(`${path}?${new URLSearchParams(query)}`, files, onSent, mine.signal));
    } catch (fault) {
      setState({ at: 'file', fault: mine.signal.aborted ? null : fault, cancelled: mine.signal.aborted });
    }
  };
  return { send, cancel: () => work.current?.abort() };
}
