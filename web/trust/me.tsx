// My own trust: a sentence, what got in the way, how my promises ended, and how it went. Nobody else can open it.
import { useQuery } from '@tanstack/react-query';
import { trustApi, type MyTrust } from '../../contract/trust.ts';
import { useSearchParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Select } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Means } from './definition.tsx';
import { Buckets, Said } from './figure.tsx';
import { HowToRead } from './how-to-read.tsx';
import { OverTime } from './over-time.tsx';
import { Reasons } from './reasons.tsx';
import css from './trust.module.css';

export default function MyTrustPage() {
  const { t } = useWords();
  const [chosen, choose] = useSearchParam('every');
  const every = chosen === 'month' ? 'month' : 'week';
  const trust = useQuery(read(trustApi.getMyTrust, { query: { every } }));
  return (
    <Page title={t('trust.me.title')} sub={t('trust.me.sub')} aside={<HowToRead />}>
      <Loaded query={trust}>
        {(found) =>
          found.hides ? (
            <EmptyState title={t('trust.off.title')} icon="lock">
              {t('trust.me.off')}
            </EmptyState>
          ) : (
            <>
              <div className={css.period}>
                <Select
                  label={t('trust.me.period')}
                  value={every}
                  onChange={(event) => choose(event.currentTarget.value === 'month' ? 'month' : '')}
                >
                  <option value="week">{t('trust.me.week')}</option>
                  <option value="month">{t('trust.me.month')}</option>
                </Select>
              </div>
              <Shown trust={found} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Shown({ trust }: { trust: MyTrust }) {
  const { t, rich } = useWords();
  const { figure, reasons, over, every, released } = trust;
  return (
    <>
      {figure ? (
        <>
          <Said figure={figure} whose="mine" />
          <Reasons reasons={reasons} />
          <Buckets figure={figure} />
          <OverTime over={over} every={every} />
        </>
      ) : (
        <EmptyState title={t('trust.me.none.title')} icon="check">
          {t('trust.me.none.words')}
        </EmptyState>
      )}
      {released > 0 && (
        <p className={css.released}>
          {rich('trust.released', { count: released, link: (parts) => <Means what="released">{parts}</Means> })}
        </p>
      )}
    </>
  );
}
