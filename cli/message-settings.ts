import { mailProvider } from '../jobs/providers/mail.ts';
import type { Providers } from '../jobs/providers/provider.ts';
import { robotProvider } from '../jobs/providers/robots.ts';
import { recordedSms, smsProvider } from '../jobs/providers/sms.ts';
import type { Configuration } from './configuration.ts';

/** The ways out that are configured. */
export function providersOf({ mailServer, mailPassword, mailPasswordFile, mailFrom, smsUrl, smsSecret, smsSecretFile, smsFolder, robots }: Configuration): Providers {
  const secret = smsSecret ?? smsSecretFile;
  return {
    ...(mailServer !== null && mailFrom !== null && { email: mailProvider({ ...mailServer, password: mailPassword ?? mailPasswordFile, from: mailFrom }) }),
    ...(smsUrl !== null && secret !== null && { sms: smsProvider({ url: smsUrl, secret }, Date.now) }),
    ...(smsFolder !== null && { sms: recordedSms(smsFolder, Date.now) }),
    robots: new Map((robots ?? []).map((one) => [one.name, robotProvider(one, Date.now)])),
  };
}
