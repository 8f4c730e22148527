/** A value that is tried instead of the one in force. */
export interface Tried {
  readonly key: string;
  readonly value: string;
}

/** As they stand in an address: `key=value;key=value`. */
export const triedText = (values: readonly Tried[]): string => values.map(({ key, value }) => `${key}=${value}`).join(';');

export function triedOf(text: string): Tried[] {
  return text.split(';').filter((one) => one.includes('=')).map((one) => {
    const at = one.indexOf('=');
    return { key: one.slice(0, at), value: one.slice(at + 1) };
  });
}
