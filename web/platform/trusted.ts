// What may become HTML or a script in the page: words that DOMPurify has cleaned (by a policy of its own), and the little that is let through here.
// The content security policy (server/platform/server.ts) names both policies; a browser that knows Trusted Types refuses everything else.

type Policies = {
  createPolicy: (name: string, rules: Record<string, (value: string) => string | null>) => unknown;
};

/** Call it once, before anything is shown. */
export function trustOnlyOurs(): void {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    // React Aria empties what it has announced in this way.
    createHTML: (html) => (html === '' ? '' : null),
    createScriptURL: (address) => (address === '/push-worker.js' ? address : null),
  });
}
