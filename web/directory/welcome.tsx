// What strangers see: creating the company where there is none, otherwise signing in, or choosing whom to be in the sample company.
import { useLayoutEffect, useState } from 'react';
import { moved } from '../platform/moves.ts';
import { SignIn } from '../auth/auth.tsx';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { CreateCompany } from './create-company.tsx';
import { DemoPeople } from './demo-people.tsx';
import { Making, SampleChoice, useSample } from './sample-company.tsx';
import css from './welcome.module.css';

export default function Welcome() {
  const { setup, demo } = useStanding();
  // The page that follows has the same address: when this one goes, the other's heading takes the focus as after any move.
  useLayoutEffect(() => moved, []);
  if (setup) return <Fresh />;
  return demo ? <Sample /> : <Door />;
}

function Fresh() {
  const { t } = useWords();
  const sample = useSample();
  const [creating, setCreating] = useState(false);
  if (sample.data && sample.data.state !== 'none')
    return (
      <Page title={t('directory.sample.making')} sub={t('directory.sample.makingSub')}>
        <Making />
      </Page>
    );
  if (creating) return <CreateCompany onBack={() => setCreating(false)} />;
  return (
    <Page title={t('directory.welcome.title')} sub={t('directory.welcome.sub')}>
      <ul className={css.choices}>
        <li className={css.choice}>
          <h2>{t('directory.welcome.own')}</h2>
          <p>{t('directory.welcome.createSub')}</p>
          <Button weight="main" onClick={() => setCreating(true)}>
            {t('directory.welcome.create')}
          </Button>
        </li>
        <li className={css.choice}>
          <SampleChoice />
        </li>
      </ul>
    </Page>
  );
}

function Door() {
  const { t } = useWords();
  const { company } = useStanding();
  return (
    <Page title={t('directory.door.title')} sub={t('directory.door.sub', { company: company?.name ?? '' })}>
      <SignIn />
    </Page>
  );
}

function Sample() {
  const { t } = useWords();
  const { company } = useStanding();
  return (
    <Page title={t('directory.demo.title', { company: company?.name ?? '' })} sub={t('directory.demo.sub')}>
      <DemoPeople />
      <div className={css.own}>
        <Section title={t('directory.demo.own')}>
          <SignIn />
        </Section>
      </div>
    </Page>
  );
}
