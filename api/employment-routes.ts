import * as employment from './contract/employment.ts';
import * as recommending from './contract/recommending.ts';

/** Routes of destinations, services, lists for firms and what firms do. */
export const employmentRoutes = {
  readEmployment: employment.readEmployment,
  listGraduates: employment.listGraduates,
  recordDestinations: employment.recordDestinations,
  downloadDestinationWorkbook: employment.downloadDestinationWorkbook,
  downloadDestinationPaper: employment.downloadDestinationPaper,
  issueDestinationReport: employment.issueDestinationReport,
  listEmploymentServices: employment.listEmploymentServices,
  recordEmploymentService: employment.recordEmploymentService,
  readOwnEmployment: employment.readOwnEmployment,
  recordEmploymentAnswer: employment.recordEmploymentAnswer,
  readFollowUps: employment.readFollowUps,
  listReleases: recommending.listReleases,
  releaseGraduates: recommending.releaseGraduates,
  recommendGraduate: recommending.recommendGraduate,
  moveRecommendation: recommending.moveRecommendation,
  readFirmEmployment: recommending.readFirmEmployment,
  recordPost: recommending.recordPost,
} as const;
