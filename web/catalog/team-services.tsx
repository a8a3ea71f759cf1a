// What a team offers, on the team's page; whoever leads it puts the services in order here.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogApi, type ServiceItem } from '../../contract/catalog.ts';
import type { Slots } from '../platform/capability.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { IconButton, LinkButton } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { moved } from './form-edit.ts';
import { ServiceRow } from './service-row.tsx';
import css from './catalog.module.css';

export default function TeamServices({ team }: Slots['team']) {
  const { t } = useWords();
  const found = useQuery(read(catalogApi.listServices, { query: { team: team.id } }));
  const manages = found.data?.manages.some(({ id }) => id === team.id) ?? false;
  const services = found.data?.teams[0]?.services ?? [];
  if (team.archived || (services.length === 0 && !manages)) return null;
  return (
    <Section
      title={t('catalog.title')}
      acts={
        manages && (
          <LinkButton to="/services/new" search={{ team: team.id }} weight="quiet">
            {t('catalog.add')}
          </LinkButton>
        )
      }
    >
      {services.length === 0 ? (
        <p className={css.quiet}>{t('catalog.none.team')}</p>
      ) : (
        <Offered team={team.id} services={services} manages={manages} />
      )}
    </Section>
  );
}

function Offered({ team, services, manages }: { team: string; services: ServiceItem[]; manages: boolean }) {
  const { t } = useWords();
  const [told, setTold] = useState('');
  const write = useWrite(catalogApi.orderServices, { stale: [catalogApi.listServices] });
  const move = async (from: number, to: number) => {
    const ordered = moved(services, from, to);
    const done = await write.send({ params: { id: team }, body: { services: ordered.map(({ id }) => id) } });
    if (done !== null) setTold(t('catalog.moved', { name: services[from]?.name, place: to + 1 }));
  };
  const last = services.length - 1;
  return (
    <>
      <RowList>
        {services.map((service, index) => (
          <ServiceRow
            key={service.id}
            service={service}
            {...(manages && last > 0
              ? {
                  more: (
                    <>
                      <IconButton
                        label={t('catalog.moveDown', { name: service.name })}
                        disabled={index === last}
                        onClick={() => void move(index, index + 1)}
                      >
                        <Icon name="down" />
                      </IconButton>
                      <IconButton
                        label={t('catalog.moveUp', { name: service.name })}
                        disabled={index === 0}
                        onClick={() => void move(index, index - 1)}
                      >
                        <span className={css.up}>
                          <Icon name="down" />
                        </span>
                      </IconButton>
                    </>
                  ),
                }
              : {})}
          />
        ))}
      </RowList>
      <p role="status" className={css.hidden}>
        {told}
      </p>
      {write.problem && <ProblemNote problem={write.problem} />}
    </>
  );
}
