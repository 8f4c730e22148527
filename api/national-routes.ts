import * as national from './contract/national.ts';

/** Files in the columns of national systems. */
export const nationalRoutes = {
  listNationalSystems: national.listNationalSystems, readNationalReport: national.readNationalReport, downloadNationalReport: national.downloadNationalReport,
} as const;
