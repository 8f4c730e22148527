import type { Findings } from './audit-finding.ts';
import { checkpointsIn } from './checkpoint-file.ts';
import type { CheckpointKey } from './checkpoint-key.ts';
import { isGenuine } from './checkpoint-line.ts';
import type { Checkpoint } from './checkpoint-line.ts';

/** The checkpoints of a region, read along its chain. */
export interface CheckpointCursor {
  /** The checkpoint that speaks of this number, asked for in rising order; null where none does. */
  readonly covering: (seq: number) => Promise<Checkpoint | null>;
  /** The checkpoints after the last one asked for. */
  readonly rest: () => AsyncGenerator<Checkpoint>;
  /** Pieces of lines, left by writes that never finished; nothing rests on them. */
  readonly torn: () => number;
  readonly close: () => Promise<void>;
}

/** Opens the checkpoints of a file. A line that is not ours, or that speaks of what an earlier one spoke of, is a finding. */
export function openCheckpoints(file: string, region_id: number, key: CheckpointKey | null, findings: Findings): CheckpointCursor {
  const lines = checkpointsIn(file);
  let current: Checkpoint | null = null;
  let ended = false;
  let asked = 0;
  let torn = 0;
  const next = async (): Promise<Checkpoint | null> => {
    for (;;) {
      const read = await lines.next();
      if (read.done === true) {
        ended = true;
        return null;
      }
      const line = read.value;
      if (line === null) {
        torn += 1;
        continue;
      }
      const named = { seq: line.from, ...line.entries[0] };
      if (key === null || !isGenuine(line, key) || line.region_id !== region_id) findings.add('checkpoint_forged', named);
      else if (current !== null && line.from <= current.to) findings.add('checkpoint_differs', named);
      else return line;
    }
  };
  return {
    covering: async (seq) => {
      asked = seq;
      while (!ended && (current === null || current.to < seq)) current = await next() ?? current;
      return current !== null && current.from <= seq && seq <= current.to ? current : null;
    },
    async *rest() {
      if (current !== null && current.to > asked) yield current;
      while (!ended) {
        const line = await next();
        if (line === null) return;
        current = line;
        yield line;
      }
    },
    torn: () => torn,
    close: async () => { await lines.return(null); },
  };
}
