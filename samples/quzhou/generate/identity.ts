const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Citizen ids (GB 11643) whose check character is right and which nobody can hold: the sequences 996
 * to 999 are kept for people of a hundred years and more, and these are pupils. Two for each sex,
 * division and day of birth; the next division is taken when they are used up.
 */
export function citizenIds(divisions: readonly string[]): (sex: 1 | 2, birth: string, division: number) => string {
  const used = new Set<string>();
  return (sex, birth, division) => {
    for (let step = 0; step < divisions.length; step += 1) {
      const place = divisions[(division + step) % divisions.length] ?? '';
      for (const sequence of sex === 1 ? ['997', '999'] : ['996', '998']) {
        const id = withCheck(`${place}${birth.replaceAll('-', '')}${sequence}`);
        if (!used.has(id)) return used.add(id), id;
      }
    }
    throw new Error(`no synthetic id left for ${birth}`);
  };
}

/** A unified social credit code (GB 32100) with both check characters right, from its first sixteen. */
export function creditCode(department: string, division: string, organisation: string): string {
  const first = `${department}${division}${organisation}${organisationCheck(organisation)}`;
  const rest = (31 - (weighted(first, CREDIT_LETTERS, CREDIT_WEIGHTS) % 31)) % 31;
  return first + (CREDIT_LETTERS[rest] ?? '');
}

export function withCheck(seventeen: string): string {
  return seventeen + ('10X98765432'[weighted(seventeen, '0123456789', ID_WEIGHTS) % 11] ?? '');
}

function organisationCheck(eight: string): string {
  const check = 11 - (weighted(eight, ORGANISATION_LETTERS, ORGANISATION_WEIGHTS) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function weighted(characters: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(characters[at] ?? ''), 0);
}
