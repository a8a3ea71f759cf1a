// Shows what a push says, and leads to its page. It keeps nothing, answers no requests and never stands between the app and the server.
self.addEventListener('push', (event) => {
  let tap = {};
  try {
    tap = event.data.json();
  } catch {
    tap = {};
  }
  const shown = self.registration.showNotification('Goodturn', {
    body: String(tap.line ?? ''),
    tag: String(tap.tag ?? 'goodturn'),
    data: { path: String(tap.path ?? '/notices') },
  });
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.path ?? '/notices', self.location.origin);
  if (url.origin !== self.location.origin) return;
  const go = async () => {
    const pages = await self.clients.matchAll({ type: 'window' });
    const page = pages.find((one) => new URL(one.url).origin === url.origin);
    if (!page) return self.clients.openWindow(url.href);
    await page.focus();
    return page.navigate(url.href);
  };
  event.waitUntil(go());
});
