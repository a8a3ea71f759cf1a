// Parts of the app that are fetched when they are needed: a server that is away for a moment must not cost the whole page.

/** The same loader, tried again for about half a minute: `lazy(patiently(() => import('./part.tsx')))`. */
export const patiently =
  <Part>(load: () => Promise<Part>, tries = 8) =>
  async (): Promise<Part> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await load();
      } catch (error) {
        if (tried >= tries) throw error;
        await new Promise((done) => setTimeout(done, Math.min(5_000, 500 * 2 ** (tried - 1))));
      }
    }
  };
