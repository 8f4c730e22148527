import { arch, cpus, totalmem } from 'node:os';

/** `npm run bench [name …]`: every figure of the speed table, with the machine, as ratios measured in one run. */
const BENCHES: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  rules: async () => (await import('./rules.ts')).benchRules,
  forecast: async () => (await import('./forecast.ts')).benchForecast,
  ahead: async () => (await import('./ahead.ts')).benchAhead,
  bands: async () => (await import('./bands.ts')).benchBands,
  'allocate-province': async () => (await import('./allocate-province.ts')).benchAllocateProvince,
  workbook: async () => (await import('./workbook.ts')).benchWorkbook,
  commands: async () => (await import('./commands.ts')).benchCommands,
  graduation: async () => (await import('./graduation.ts')).benchGraduation,
  'row-security': async () => (await import('./row-security.ts')).benchRowSecurity,
  store: async () => (await import('./store.ts')).benchStore,
  'step-up': async () => (await import('./step-up.ts')).benchStepUp,
  roll: async () => (await import('./roll.ts')).benchRoll,
  sealing: async () => (await import('./sealing.ts')).benchSealing,
  admission: async () => (await import('./admission.ts')).benchAdmission,
  audit: async () => (await import('./audit.ts')).benchAudit,
  duties: async () => (await import('./duties.ts')).benchDuties,
  agreements: async () => (await import('./agreements.ts')).benchAgreements,
  start: async () => (await import('./start.ts')).benchStart,
  web: async () => (await import('./web.ts')).benchWeb,
  ledger: async () => (await import('./ledger.ts')).benchLedger,
  load: async () => (await import('./load.ts')).benchLoad,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')} (${Object.keys(BENCHES).join(', ')})`);
  process.exit(2);
}
console.log(`machine ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${arch()}, Node ${process.version}`);
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await (await load())();
}
