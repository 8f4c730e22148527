/** The fingerprint of a file, worked out in the browser: the file itself goes nowhere. */
export async function fingerprint(file: File): Promise<{ readonly name: string; readonly sha256: string }> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return { name: file.name, sha256: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
