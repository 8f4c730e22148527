/** Where the verdicts of one campus stand. */
export function campusLink(campus_id: string): { readonly to: string } {
  return { to: `/campuses/${encodeURIComponent(campus_id)}` };
}

/** Where one clause stands. */
export function clauseLink(clause: string): { readonly to: string } {
  return { to: `/clauses/${encodeURIComponent(clause)}` };
}
