import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Writes with the patience of whoever takes it. */
export function into(stream: Writable) {
  const done = finished(stream);
  // An error between two writes is met at the next one, or at the end.
  done.catch(() => undefined);
  return {
    write: async (bytes: Buffer) => {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), done]);
    },
    end: async () => {
      stream.end();
      await done;
    },
  };
}
