import type { Bilingual } from '../core/values/bilingual.ts';
import { readSeal, type SealFile, type SealProblem } from '../store/seal.ts';

const WORDS: Readonly<Record<SealProblem, Bilingual>> = {
  unreadable: { zh: '不是可读取的 PKCS#12 或 PEM 文件。', en: 'It is no PKCS#12 or PEM file that can be read.' },
  no_key: { zh: '其中没有私钥。', en: 'It holds no private key.' },
  no_certificate: { zh: '其中没有证书。', en: 'It holds no certificate.' },
  not_of_this_key: { zh: '其中没有与私钥相配的证书。', en: 'None of its certificates belongs to its key.' },
  passphrase_wrong: { zh: '口令不对，或文件的加密方式不受支持。', en: 'The passphrase is wrong, or the file is encrypted in a way that is not supported.' },
};

/** What is wrong with a seal that is set; null where agreements can be sealed with it. */
export function sealWrong(seal: SealFile): Bilingual | null {
  try {
    readSeal(seal);
    return null;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    return Object.hasOwn(WORDS, said) ? WORDS[said as SealProblem] : WORDS.unreadable;
  }
}
