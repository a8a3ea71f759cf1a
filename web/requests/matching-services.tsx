// While one writes an ask: services that it may be about, each with its team.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { catalogApi } from '../../contract/catalog.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { matchingServices } from './matching.ts';
import css from './ask-service.module.css';

/** `onGo`: the sentence goes along to the service, and is no longer kept here. */
export function MatchingServices({ title, onGo }: { title: string; onGo: () => void }) {
  const { t } = useWords();
  const { data } = useQuery(read(catalogApi.listServices, { query: {} }));
  const services = (data?.teams ?? []).flatMap(({ services: those }) => those.filter(({ can }) => can.includes('ask')));
  const found = matchingServices(title, services);
  if (found.length === 0) return null;
  return (
    <section className={css.matching} aria-label={t('requests.service.perhaps')}>
      <p>{t('requests.service.perhaps')}</p>
      <ul>
        {found.map((service) => (
          <li key={service.id}>
            <Link to="/ask" search={{ service: service.id, details: title }} onClick={onGo}>
              <b dir="auto">{service.name}</b> <span>{service.team.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
