/** The ids that are drawn by chance, as the database writes them; it does not take another text for one. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
