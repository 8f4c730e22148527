const LEAST_CHARACTERS = 4;
/** Seven digits or more, spaced or not, are a number of somebody; the server refuses them too. */
const NUMBER = /\d[\d\s-]{5,}\d/;

/** What is wrong with a purpose that stays in the record of acts; undefined when it can be taken. */
export function purposeProblem(text: string, say: { readonly givePurpose: string; readonly noNumbers: string }): string | undefined {
  if ([...text.trim()].length < LEAST_CHARACTERS) return say.givePurpose;
  return NUMBER.test(text) ? say.noNumbers : undefined;
}
