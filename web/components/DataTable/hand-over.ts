/** Puts text on the clipboard. The old way, because the newer one works only on secure addresses, and offices run on plain ones. */
export function copyText(text: string): boolean {
  const back = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  return done;
}

/** Hands a text file to the browser's downloads. */
export function saveText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
