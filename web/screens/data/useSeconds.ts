import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

/** Whole seconds since some work began; 0 while nothing is under way. */
export function useSeconds(working: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!working) return undefined;
    const timer = setInterval(() => setSeconds((now) => now + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, [working]);
  return seconds;
}
