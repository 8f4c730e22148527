/** What a signature was given with, as it may be printed: enough to recognise, too little to misuse. */

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/i, 'HarmonyOS'], [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'], [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
];

const first = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined => names.find(([pattern]) => pattern.test(text))?.[1];

/** `Android · 微信`; a device that says nothing of itself is 未知. */
export function deviceInWords(user_agent: string): string {
  const known = [first(SYSTEMS, user_agent), first(BROWSERS, user_agent)].filter((name) => name !== undefined);
  return known.length === 0 ? '未知' : known.join(' · ');
}

/** `10.20.*.*`; of an IPv6 address the first two groups. */
export function maskedAddress(address: string): string {
  if (address === '') return '未知';
  const four = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(address);
  if (four !== null) return `${four[1]}.${four[2]}.*.*`;
  return `${address.split(':').slice(0, 2).join(':')}:*`;
}
