// Every text of the interface in one language, as one chunk that the browser fetches only when it is spoken.
export default import.meta.glob<Record<string, string>>('../../*/words/en.json', { eager: true, import: 'default' });
