/** Where one verdict of one campus stands. */
export function campusLink(campus_id: string, standard: string): { readonly to: string; readonly query: Readonly<Record<string, string>> } {
  return { to: `/campuses/${encodeURIComponent(campus_id)}`, query: { standard } };
}

/** Where one clause stands. */
export function clauseLink(clause: string): { readonly to: string } {
  return { to: `/clauses/${encodeURIComponent(clause)}` };
}
