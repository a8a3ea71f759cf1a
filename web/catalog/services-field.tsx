// Services chosen one by one: those needed along with another, those that an article is about.
import { catalogApi, type ServiceRef } from '../../contract/catalog.ts';
import { call } from '../platform/api.ts';
import type { Findable, Search } from '../ui/combobox.tsx';
import { Picked } from './picked.tsx';

type FoundService = Findable & { team: { id: string; name: string } };

export type ServicesFieldProps = {
  label: string;
  description?: string;
  name: string;
  picked: readonly ServiceRef[];
  onChange: (picked: ServiceRef[]) => void;
  /** One that is not offered. */
  not?: string | undefined;
  /** Only those that the reader may ask for. */
  toAsk?: boolean;
};

export default function ServicesField({ picked, onChange, not, toAsk = false, ...frame }: ServicesFieldProps) {
  const search: Search<FoundService> = async (q, signal) => {
    const query = q ? { q } : {};
    const { teams } = await call(catalogApi.listServices, { query }, { signal });
    return teams
      .flatMap(({ services }) => services)
      .filter(({ id, can }) => id !== not && (!toAsk || can.includes('ask')))
      .slice(0, 8)
      .map(({ id, name, team }) => ({ id, name, team, does: team.name, kind: 'team' as const }));
  };
  return (
    <Picked
      {...frame}
      of={toAsk ? 'services to ask' : 'services'}
      search={search}
      picked={picked.map((each) => ({ ...each, does: each.team.name }))}
      onChange={(found) =>
        onChange(found.map(({ id, name, team }) => ({ id, name, team: { id: team.id, name: team.name } })))
      }
    />
  );
}
