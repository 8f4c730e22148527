import * as benefits from './contract/benefits.ts';
import * as insurance from './contract/insurance.ts';
import * as internships from './contract/internships.ts';

/** Routes of internships, of what covers them, of appraisal and of benefits. */
export const internshipRoutes = {
  listInternshipPosts: internships.listInternshipPosts,
  offerInternshipPost: internships.offerInternshipPost,
  closeInternshipPost: internships.closeInternshipPost,
  correctInternshipPost: internships.correctInternshipPost,
  listInternships: internships.listInternships,
  listInternshipCandidates: internships.listInternshipCandidates,
  placeInterns: internships.placeInterns,
  readInternship: internships.readInternship,
  actOnInternships: internships.actOnInternships,
  askInternshipCode: internships.askInternshipCode,
  signInternships: internships.signInternships,
  recordInternshipPaper: internships.recordInternshipPaper,
  recordPaperAssessment: internships.recordPaperAssessment,
  downloadInternshipPaper: internships.downloadInternshipPaper,
  downloadInternshipScan: internships.downloadInternshipScan,
  readMyInternships: internships.readMyInternships,
  readCoverage: insurance.readCoverage,
  recordPolicy: insurance.recordPolicy,
  correctPolicy: insurance.correctPolicy,
  coverStudents: insurance.coverStudents,
  downloadCoverageWorkbook: insurance.downloadCoverageWorkbook,
  downloadCoveragePaper: insurance.downloadCoveragePaper,
  listAppraisals: benefits.listAppraisals,
  announceAppraisal: benefits.announceAppraisal,
  enrolForAppraisal: benefits.enrolForAppraisal,
  listBenefits: benefits.listBenefits,
  addBenefit: benefits.addBenefit,
  stepClaim: benefits.stepClaim,
} as const;
