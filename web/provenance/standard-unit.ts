import { packs } from '../../core/policy/packs.ts';

/** The unit of a standard's figure: that of the value it is held against; a list of kinds is held against as a share. */
export function standardUnit(pack: string, standard: string): string {
  const declared = packs.get(pack);
  const key = [...(declared?.standards ?? []), ...(declared?.schoolStandards ?? [])].find((s) => s.id === standard)?.reads[0];
  const unit = declared?.parameters.find((p) => p.key === key)?.unit;
  return unit === undefined || unit === 'codes' ? 'ratio' : unit;
}
