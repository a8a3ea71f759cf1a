// Which browsers may tap me: this one by a switch, the others in a list.
import { useEffect, useState } from 'react';
import { noticesApi, type PushBrowser } from '../../contract/notices.ts';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { dayInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Switch } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { markOf, ownSubscription, pushAbility, subscribe } from './push.ts';
import css from './notices.module.css';

export function Browsers({ browsers, pushKey }: { browsers: readonly PushBrowser[]; pushKey: string }) {
  const { t } = useWords();
  const [ability, setAbility] = useState(pushAbility);
  const [mark, setMark] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const stale = [noticesApi.getNoticeSettings];
  const add = useWrite(noticesApi.subscribePush, { stale });
  const remove = useWrite(noticesApi.unsubscribePush, { stale, onDone: () => toast(t('notices.push.removed')) });
  useEffect(() => {
    void ownSubscription()
      .then((own) => own && markOf(own))
      .then((found) => setMark(found ?? null));
  }, []);
  const own = browsers.find((one) => one.mark === mark);
  const turnOn = async () => {
    setAsking(true);
    try {
      const made = await subscribe(pushKey);
      const added = made && (await add.send({ body: made }));
      if (added) {
        setMark(added.mark);
        toast(t('notices.push.on'));
      }
    } catch {
      toast(t('notices.push.failed'), { kind: 'plain' });
    } finally {
      setAbility(pushAbility());
      setAsking(false);
    }
  };
  const turnOff = async (id: string) => {
    if (id === own?.id) await (await ownSubscription())?.unsubscribe();
    await remove.send({ params: { id } });
  };
  const problem = add.problem ?? remove.problem;
  const others = browsers.filter((one) => one !== own);
  return (
    <>
      {ability === 'able' ? (
        <Switch
          checked={own !== undefined}
          disabled={asking || add.isPending || remove.isPending}
          onChange={(on) => void (on ? turnOn() : own && turnOff(own.id))}
          description={t('notices.push.thisHelp')}
        >
          {t('notices.push.this')}
        </Switch>
      ) : (
        <p className={css.quiet}>{t(`notices.push.${ability}`)}</p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {others.length > 0 && (
        <RowList label={t('notices.push.others')}>
          {others.map((one) => (
            <Other key={one.id} browser={one} pending={remove.isPending} onRemove={() => void turnOff(one.id)} />
          ))}
        </RowList>
      )}
    </>
  );
}

function Other({ browser: one, pending, onRemove }: { browser: PushBrowser; pending: boolean; onRemove: () => void }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { browser, system } = one;
  const name =
    browser && system ? t('notices.push.named', { browser, system }) : (browser ?? t('notices.push.unnamed'));
  const since = dayInWords(new Date(one.created), now, words);
  return (
    <Row
      title={name}
      sub={t('notices.push.since', { since })}
      acts={
        <Button pending={pending} onClick={onRemove} aria-label={t('notices.push.removeNamed', { name })}>
          {t('notices.push.remove')}
        </Button>
      }
    />
  );
}
