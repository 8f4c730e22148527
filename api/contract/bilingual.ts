import { z } from '@hono/zod-openapi';

/** Something said in Chinese and in English. */
export const bilingual = z.object({ zh: z.string(), en: z.string() }).readonly().openapi('Bilingual');

/** An answer's list: read-only, as everything that `core` gives. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.array(item).readonly();
}
