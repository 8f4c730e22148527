import * as surveys from './contract/surveys.ts';

/** The anonymous survey of a year. */
export const surveyRoutes = {
  listSurveys: surveys.listSurveys, readOwnSurvey: surveys.readOwnSurvey, openSurvey: surveys.openSurvey, withdrawSurvey: surveys.withdrawSurvey, answerSurvey: surveys.answerSurvey,
} as const;
