/**
 * How large a file may be, so that a hostile one is refused early and an ordinary one never is.
 * These are limits of the program, not of the policy.
 */
const MIB = 1024 * 1024;

/** Rows and columns of a sheet as the file format allows them. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** Parts in the archive; a workbook with many pictures has some hundreds. */
export const MAX_ENTRIES = 10_000;
/** Bytes of all parts together once unpacked: ten times a sheet of 100 000 × 25. */
export const MAX_UNPACKED_BYTES = 1024 * MIB;
/** Below this a part, or all of them, are read whatever their ratio, because reading costs next to nothing. */
export const RATIO_FREE_BYTES = 64 * MIB;
/** Real sheets shrink 5 to 40 times; deflate can do 1 032. */
export const MAX_RATIO = 150;

/** Cells with a value, over all sheets. */
export const MAX_CELLS = 20_000_000;
/** Characters of text, over all cells: one long shared text named by every cell is caught here. */
export const MAX_CHARACTERS = 256 * MIB;
/** A rectangle of this many cells must be filled to at least one thousandth. */
export const SPARSE_AREA = 20_000_000;
export const SPARSE_FACTOR = 1_000;
/** Cells covered by merged ranges of one sheet: nineteen whole columns. */
export const MAX_MERGED_CELLS = 20_000_000;
/** One tag or one run of text; a cell holds at most 32 767 characters. */
export const MAX_TOKEN_BYTES = MIB;
/** The small parts that are held whole: workbook, relations, styles. */
export const MAX_SMALL_PART_BYTES = 32 * MIB;
/** One CSV file. */
export const MAX_CSV_BYTES = 256 * MIB;
