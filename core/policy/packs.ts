import type { Pack } from './pack.ts';
import { quzhou2024 } from './quzhou-2024/pack.ts';

/** Every pack that this product carries, by id. */
export const packs: ReadonlyMap<string, Pack> = new Map([[quzhou2024.header.id, quzhou2024]]);

export const DEFAULT_PACK = quzhou2024;
