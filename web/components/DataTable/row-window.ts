/** Browsers stop drawing elements higher than this (Firefox near 17.9 million pixels). */
const HIGHEST_PX = 15_000_000;
const BEYOND_ROWS = 8;

export interface RowWindow {
  readonly first: number;
  /** One past the last row to draw. */
  readonly end: number;
  /** Height of the body as the browser sees it. */
  readonly height_px: number;
  /** Where a row stands in the body. */
  readonly top_px: (row: number) => number;
}

/** Which rows to draw at a scroll position. Beyond the browser's highest element the scroll is compressed. */
export function rowWindow(scroll_px: number, view_px: number, count: number, row_px: number): RowWindow {
  const whole = count * row_px;
  const height_px = Math.min(whole, HIGHEST_PX);
  const scale = whole > height_px ? (whole - view_px) / (height_px - view_px) : 1;
  const offset = scroll_px * scale;
  return {
    first: Math.max(0, Math.floor(offset / row_px) - BEYOND_ROWS),
    end: Math.min(count, Math.ceil((offset + view_px) / row_px) + BEYOND_ROWS),
    height_px,
    top_px: (row) => scroll_px + (row * row_px - offset),
  };
}

/** The scroll position that shows a row whole between head and foot; null when it is shown already. */
export function scrollTo(row: number, scroll_px: number, view_px: number, count: number, row_px: number): number | null {
  const whole = count * row_px;
  const height = Math.min(whole, HIGHEST_PX);
  const scale = whole > height ? (whole - view_px) / (height - view_px) : 1;
  const offset = scroll_px * scale;
  const top = row * row_px;
  if (top < offset) return top / scale;
  if (top + row_px > offset + view_px) return (top + row_px - view_px) / scale;
  return null;
}
