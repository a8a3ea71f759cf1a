// What an administrator may do with a person: change, let in, let go, welcome back. Only what the server says they may.
import { useState } from 'react';
import type { Person } from '../../contract/directory-people.ts';
import { useGo } from '../platform/address.ts';
import { useWords } from '../platform/words.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { Erase } from './erase.tsx';
import { Farewell } from './farewell.tsx';
import { WayIn } from './way-in.tsx';
import { WelcomeBack } from './welcome-back.tsx';

type Open = 'invite' | 'reset' | 'deactivate' | 'reactivate' | 'erase';

export function PersonActs({ person }: { person: Person }) {
  const { t } = useWords();
  const go = useGo();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const may = (act: Person['can'][number]) => person.can.includes(act);
  if (!may('govern')) return null;
  return (
    <>
      <Menu label={t('directory.person.more', { name: person.name })} trigger={t('directory.more.acts')} weight="soft">
        <MenuAct icon="settings" onAct={() => go(`/people/${person.id}/edit`)}>
          {t('directory.edit')}
        </MenuAct>
        {may('invite') && (
          <MenuAct icon="mail" onAct={() => setOpen('invite')}>
            {t('directory.invite')}
          </MenuAct>
        )}
        {may('reset') && (
          <MenuAct icon="key" onAct={() => setOpen('reset')}>
            {t('directory.reset')}
          </MenuAct>
        )}
        {may('deactivate') && (
          <MenuAct icon="out" danger onAct={() => setOpen('deactivate')}>
            {t('directory.deactivate')}
          </MenuAct>
        )}
        {may('reactivate') && (
          <MenuAct icon="hand" onAct={() => setOpen('reactivate')}>
            {t('directory.reactivate')}
          </MenuAct>
        )}
        {may('erase') && (
          <MenuAct icon="cross" danger onAct={() => setOpen('erase')}>
            {t('directory.erase')}
          </MenuAct>
        )}
      </Menu>
      {(open === 'invite' || open === 'reset') && <WayIn person={person} purpose={open} onClose={close} />}
      {open === 'deactivate' && <Farewell person={person} onClose={close} />}
      {open === 'erase' && <Erase person={person} onClose={close} />}
      {open === 'reactivate' && <WelcomeBack person={person} onClose={close} />}
    </>
  );
}
