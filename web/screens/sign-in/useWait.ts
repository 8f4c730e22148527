import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

/** Seconds still to wait, counted down; `from` is where the count began. */
export function useWait() {
  const [from, setFrom] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), SECOND_MS);
    return () => clearTimeout(timer);
  }, [seconds]);
  const start = (wait: number) => {
    setFrom(wait);
    setSeconds(wait);
  };
  return { from, seconds, start };
}
