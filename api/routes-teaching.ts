import * as schemes from './contract/schemes.ts';
import * as teaching from './contract/teaching.ts';

/** Training schemes and what is taught by them. */
export const teachingRoutes = {
  listSchemes: schemes.listSchemes,
  readScheme: schemes.readScheme,
  readSchemeRevision: schemes.readSchemeRevision,
  reviseScheme: schemes.reviseScheme,
  listTeaching: teaching.listTeaching,
  setTeachingTerm: teaching.setTeachingTerm,
  closeTeachingTerm: teaching.closeTeachingTerm,
  openOfferings: teaching.openOfferings,
  readOffering: teaching.readOffering,
  stepOffering: teaching.stepOffering,
  saveGrades: teaching.saveGrades,
  correctGrade: teaching.correctGrade,
  readConduct: teaching.readConduct,
  stepConduct: teaching.stepConduct,
  readOwnStudies: teaching.readOwnStudies,
} as const;
