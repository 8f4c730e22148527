import { useEffect, useState } from 'react';

/** How many seconds it has been since the part of the page came up. */
export function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(clock);
  }, []);
  return seconds;
}
