// Gives the reader a file that was made in the browser.

/** With a byte order mark, so that spreadsheets read it as UTF-8. */
export function offerFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
