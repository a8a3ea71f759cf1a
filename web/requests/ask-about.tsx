// What one wants to know before one asks for a service: how long it usually takes, who is asked first, and who will see it.
import { useQuery } from '@tanstack/react-query';
import type { Service } from '../../contract/catalog.ts';
import { directoryApi } from '../../contract/directory.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Icon } from '../ui/icons.tsx';
import { Note } from '../ui/page.tsx';
import { firstName } from './names.ts';
import css from './ask-service.module.css';

/** `behalf`: the colleague who needs it, when it is not the reader. */
export function AskAbout({ service, behalf }: { service: Service; behalf: { id: string; name: string } | null }) {
  const { t } = useWords();
  const { usual } = service;
  return (
    <Note title={t('requests.service.good')}>
      <ul className={css.about}>
        {usual && (
          <li>
            <Icon name="clock" />
            {t('requests.service.usual', { unit: usual.unit, amount: usual.amount })}
          </li>
        )}
        {service.approval && (
          <li>
            <Icon name="check" />
            <Approvers service={service} behalf={behalf} />
          </li>
        )}
        <li>
          <Icon name="lock" />
          {t(`requests.service.sees.${service.sight}`, {
            team: service.team.name,
            approval: service.approval ? 'yes' : 'no',
          })}
        </li>
      </ul>
    </Note>
  );
}

/** Whose yes is asked for, by name; the manager of whoever needs it is looked up. */
function Approvers({ service, behalf }: { service: Service; behalf: { id: string; name: string } | null }) {
  const { t, list } = useApproverWords();
  const me = useMe();
  const approval = service.approval;
  const wantsManager = approval?.steps.some((step) => 'manager' in step) ?? false;
  const needing = behalf?.id ?? me.id;
  const person = useQuery({ ...read(directoryApi.getPerson, { params: { id: needing } }), enabled: wantsManager });
  if (!approval || (wantsManager && person.isPending)) return null;
  const manager = person.data?.manager ?? null;
  const names = approval.steps.flatMap((step) => {
    if ('person' in step) return step.person.id === needing ? [] : [step.person.name];
    if (!manager) return [];
    return [
      behalf
        ? t('requests.service.managerOf', { name: firstName(behalf), manager: manager.name })
        : t('requests.service.manager', { manager: manager.name }),
    ];
  });
  if (names.length === 0) return <>{t('requests.service.nobodyAbove')}</>;
  const any = approval.mode === 'any' && names.length > 1;
  return <>{t(any ? 'requests.service.anyFirst' : 'requests.service.askedFirst', { names: list(names, any) })}</>;
}

function useApproverWords() {
  const { t, locale } = useWords();
  const list = (names: readonly string[], any: boolean) =>
    new Intl.ListFormat(locale, { type: any ? 'disjunction' : 'conjunction' }).format(names);
  return { t, list };
}
