// The frame around every page for members: the rail, the phone's bars, the palette, the sheet of keys, toasts, the live stream.
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import { Hidden } from '../ui/hidden.tsx';
import { Icon } from '../ui/icons.tsx';
import { Loading } from '../ui/states.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import type { Capability, Inside, PaletteProps, RailLink } from './capability.ts';
import { Capabilities } from './slots.tsx';
import { listenLive } from './live.ts';
import { ownLinks, OwnMenu } from './own-menu.tsx';
import { askStanding, lastStanding, useStanding } from './session.tsx';
import { hearKeys, useShortcut } from './shortcuts.ts';
import { useOnline } from './online.ts';
import { useSessionOver } from './session-over.ts';
import { useWords } from './words.tsx';
import css from './shell.module.css';

// Windows bring much code with them; the first page does not wait for it.
const ShortcutsSheet = lazy(() => import('../ui/shortcuts-sheet.tsx'));
const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

type Parts = { capabilities: readonly Capability[]; Palette: ComponentType<PaletteProps> | null };

/** Members only: the person is known here. */
export function Shell(parts: Parts) {
  const standing = useStanding();
  const words = useWords();
  if (!standing.person) return null;
  const inside: Inside = { ...standing, person: standing.person };
  const links = parts.capabilities
    .flatMap((one) => one.rail?.(inside, words) ?? [])
    .toSorted((a, b) => a.order - b.order);
  return (
    <Capabilities value={parts.capabilities}>
      <Frame inside={inside} links={links} {...parts} />
    </Capabilities>
  );
}

function Frame({ inside, links, capabilities, Palette }: Parts & { inside: Inside; links: readonly RailLink[] }) {
  const words = useWords();
  const { t } = words;
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const over = useSessionOver();
  const online = useOnline();
  const Bell = capabilities.find((one) => one.Bell)?.Bell;
  useShortcut('?', t('platform.keys.help'), () => setKeys(true));
  useEffect(hearKeys, []);
  useEffect(
    () => listenLive(lastStanding()?.news ?? null, () => void askStanding().catch(() => undefined)),
    [inside.person.id],
  );
  useEffect(() => (Palette ? hearPalette(() => setPalette((open) => !open)) : undefined), [Palette]);
  const always = [
    ...(Palette ? [{ keys: 'Ctrl K', description: t('platform.keys.palette') }] : []),
    { keys: 'Ctrl ↵', description: t('platform.keys.send') },
  ];
  return (
    <div className={css.app}>
      <a className={css.skip} href="#main">
        {t('platform.skip')}
      </a>
      <header className={css.rail}>
        <div className={css.top}>
          <Link to="/" className={css.mark}>
            goodturn
          </Link>
          <span className={css.tools}>
            {Palette && (
              <button type="button" className={css.find} onClick={() => setPalette(true)}>
                <Icon name="search" />
                <Hidden>{t('platform.find')}</Hidden>
              </button>
            )}
            {Bell && <Bell />}
          </span>
        </div>
        <nav className={css.places} aria-label={t('platform.places')}>
          {links.map((link) => (
            <Place key={link.to} link={link} foot={link.order >= 100} />
          ))}
        </nav>
        <div className={css.own}>
          <OwnMenu inside={inside} capabilities={capabilities} onKeys={() => setKeys(true)} />
        </div>
      </header>
      {/* tabIndex lets the skip link land here. */}
      <main id="main" tabIndex={-1} className={css.main}>
        {!online && (
          <p className={css.offline} role="status">
            <Icon name="warning" /> {t('platform.offline')}
          </p>
        )}
        <Suspense fallback={null}>
          {capabilities.map((one, index) => one.Banner && <one.Banner key={index} />)}
        </Suspense>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <nav className={css.tabbar} aria-label={t('platform.places')}>
        {links
          .filter((link) => link.phone)
          .slice(0, 4)
          .map((link) => (
            <Link key={link.to} to={link.to} activeOptions={{ exact: link.to === '/' }} className={css.tab}>
              <Icon name={link.icon} large />
              {link.label}
            </Link>
          ))}
      </nav>
      <Suspense fallback={null}>
        {palette && Palette && (
          <Palette
            onClose={() => setPalette(false)}
            places={[...links, ...ownLinks(capabilities, inside, words)]}
            onLanguage={(language) => capabilities.forEach((one) => one.onLanguage?.(language, inside.person))}
          />
        )}
      </Suspense>
      {capabilities.map((one, index) => one.Unseen && <one.Unseen key={index} />)}
      <Suspense fallback={null}>{keys && <ShortcutsSheet onClose={() => setKeys(false)} always={always} />}</Suspense>
      <Suspense fallback={null}>{over && <SignInAgain onDone={over} />}</Suspense>
      <ToastRegion />
    </div>
  );
}

const Place = ({ link, foot }: { link: RailLink; foot: boolean }) => (
  <Link
    to={link.to}
    activeOptions={{ exact: link.to === '/' }}
    className={foot ? `${css.place} ${css.foot}` : css.place}
  >
    <Icon name={link.icon} />
    <span>{link.label}</span>
    {link.Count && (
      <b>
        <link.Count />
      </b>
    )}
  </Link>
);

function hearPalette(toggle: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggle();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}
