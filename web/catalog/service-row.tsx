// One service in a list: what it is, how long it usually takes, and the way to ask for it.
import type { ReactNode } from 'react';
import type { ServiceItem } from '../../contract/catalog.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { firstSentence, SightTag, usualInWords } from './told.tsx';
import css from './catalog.module.css';

/** `more` stands beside the way to ask: moving it up and down. */
export function ServiceRow({ service, more }: { service: ServiceItem; more?: ReactNode }) {
  const words = useWords();
  const { t } = words;
  return (
    <Row
      to={`/services/${service.id}`}
      title={service.name}
      sub={
        <>
          {service.description && <span className={css.does}>{firstSentence(service.description)}</span>}
          {service.archived && <Tag>{t('catalog.archived')}</Tag>}
          <SightTag sight={service.sight} />
          {service.usual && <span>{usualInWords(service.usual, words)}</span>}
        </>
      }
      acts={
        <>
          {service.can.includes('ask') && (
            <LinkButton
              to="/ask"
              search={{ service: service.id }}
              aria-label={t('catalog.ask.for', { name: service.name })}
            >
              {t('catalog.ask')}
            </LinkButton>
          )}
          {more}
        </>
      }
    />
  );
}
