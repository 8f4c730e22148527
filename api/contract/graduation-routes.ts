import { decideCertificate, downloadCertificatePaper, downloadCertificateWorkbook, enterCertificates, listCertificates, readCertificateStanding } from './certificates.ts';
import { enterInstitutionCode, handOverDiploma, issueSecondary, listDiplomas, listSecondaryDue, reissueDiploma } from './diplomas.ts';
import { readDecidedGraduations, readGraduationList } from './graduations.ts';
import { readWayOut } from './way-out.ts';

/** Certificates, the decision on a final grade, diplomas. */
export const graduationRoutes = {
  listCertificates, enterCertificates, decideCertificate, readCertificateStanding, downloadCertificateWorkbook, downloadCertificatePaper, readGraduationList, readDecidedGraduations,
  listDiplomas, enterInstitutionCode, handOverDiploma, reissueDiploma, listSecondaryDue, issueSecondary, readWayOut,
} as const;
