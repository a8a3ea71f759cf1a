// On a service's page: how many of its promises were kept, where that may be told. Nothing where there is no figure.
import { useQuery } from '@tanstack/react-query';
import type { Service } from '../../contract/catalog.ts';
import { trustApi } from '../../contract/trust.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { Means } from './definition.tsx';
import { Said } from './figure.tsx';
import { Reasons } from './reasons.tsx';

export default function ServiceSlot({ service }: { service: Service }) {
  const { t } = useWords();
  const { data } = useQuery(read(trustApi.getServiceTrust, { params: { id: service.id } }));
  if (!data?.figure) return null;
  return (
    <>
      <Section title={t('trust.slot.title')} note={t('trust.slot.note')}>
        <Said figure={data.figure} whose={{ team: service.team.name }} />
        <p>
          <Means what="months">{t('trust.about.link')}</Means>
        </p>
      </Section>
      <Reasons reasons={data.reasons} />
    </>
  );
}
