import type { Forecast } from '../forecast/forecast.ts';
import type { RegionYear } from '../forecast/region-year.ts';

/** The region in one of the years of a forecast. */
export function regionYearOf({ forecast: { region } }: { readonly forecast: Forecast }, year: number): RegionYear {
  const found = region.find((one) => one.year === year);
  if (found === undefined) throw new Error(`no such year in the forecast: ${year}`);
  return found;
}
