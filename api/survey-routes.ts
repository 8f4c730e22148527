import * as siteLists from './contract/site-lists.ts';
import * as surveys from './contract/surveys.ts';

/** The anonymous survey of a year, and lists of what campuses have. */
export const surveyRoutes = {
  listSurveys: surveys.listSurveys, readOwnSurvey: surveys.readOwnSurvey, openSurvey: surveys.openSurvey, withdrawSurvey: surveys.withdrawSurvey, answerSurvey: surveys.answerSurvey,
  downloadSiteWorkbook: siteLists.downloadSiteWorkbook, downloadSitePaper: siteLists.downloadSitePaper,
} as const;
