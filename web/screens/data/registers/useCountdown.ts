import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

/** Seconds left of so many since this was first drawn; calls back once at the end. */
export function useCountdown(seconds: number, onEnd: () => void): number {
  const [until] = useState(() => performance.now() + seconds * SECOND_MS);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    // By the clock and not by ticks: a page in the background ticks rarely.
    const timer = setInterval(() => {
      const now = Math.ceil((until - performance.now()) / SECOND_MS);
      if (now <= 0) onEnd();
      else setLeft(now);
    }, SECOND_MS / 4);
    return () => clearInterval(timer);
  }, [until, onEnd]);
  return left;
}
