// The texts of pages that are opened now and then, in one language: fetched with the first such page, not before the first page.
export default import.meta.glob<Record<string, string>>('../../*/words/later/en.json', {
  eager: true,
  import: 'default',
});
