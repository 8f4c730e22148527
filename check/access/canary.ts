/** A text that stands nowhere else: `Zq.b1.rooms.name.qZ`. Wherever it turns up, a value of that record did. */
export function canary(unit: string, sheet: string, column: string): string {
  return `Zq.${unit}.${sheet}.${column}.qZ`;
}

const CANARY = /Zq\.[a-z0-9_.-]+?\.qZ/g;

/** Every canary of a text, each once. */
export function canariesIn(text: string): Set<string> {
  return new Set(text.match(CANARY) ?? []);
}
