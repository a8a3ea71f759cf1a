// What trust is here, why it matters, and what every figure of it means: each figure leads to its place on this page.
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { definitions, type Definition } from './definition.tsx';
import css from './trust.module.css';

const groups = ['counts', 'figures', 'who'] as const;

/** The page may come after its address: then the place is looked for once it is there. */
function useAnchor() {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const place = hash ? document.getElementById(hash) : null;
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [hash]);
  return hash;
}

export default function AboutTrust() {
  const { t } = useWords();
  const at = useAnchor();
  return (
    <Page
      narrow
      title={t('trust.about.title')}
      sub={t('trust.about.sub')}
      acts={<LinkButton to="/me/trust">{t('trust.about.toMe')}</LinkButton>}
    >
      <Section title={t('trust.about.why.title')}>
        <dl className={css.why}>
          {(['trust', 'others'] as const).map((who) => (
            <div key={who}>
              <dt>{t(`trust.about.why.${who}`)}</dt>
              <dd>{t(`trust.about.why.${who}.words`)}</dd>
            </div>
          ))}
        </dl>
        <p className={css.released}>{t('trust.about.why.source')}</p>
      </Section>
      {groups.map((group) => (
        <Section key={group} title={t(`trust.about.${group}.title`)}>
          <dl className={css.definitions}>
            {definitions[group].map((each) => (
              <Place key={each} what={each} here={at === each} />
            ))}
          </dl>
        </Section>
      ))}
    </Page>
  );
}

function Place({ what, here }: { what: Definition; here: boolean }) {
  const { t } = useWords();
  return (
    <div id={what} tabIndex={-1} className={here ? css.here : undefined}>
      <dt>
        <Link to="/trust" hash={what}>
          {t(`trust.about.${what}`)}
        </Link>
      </dt>
      <dd>{t(`trust.about.${what}.words`)}</dd>
    </div>
  );
}
