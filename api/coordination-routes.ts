import * as coordination from './contract/coordination.ts';

/** What the office co-ordinates. */
export const coordinationRoutes = {
  readCoordination: coordination.readCoordination, readPilotLog: coordination.readPilotLog, issueCircular: coordination.issueCircular, readCircular: coordination.readCircular,
  recordLogEntry: coordination.recordLogEntry, correctLogEntry: coordination.correctLogEntry,
  readReport: coordination.readReport, downloadReport: coordination.downloadReport, issueAnnualReport: coordination.issueAnnualReport,
} as const;
