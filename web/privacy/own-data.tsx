// Everything that is kept about me, as one file; and what happens to it when I leave.
import { privacyApi } from '../../contract/privacy.ts';
import { useWords } from '../platform/words.tsx';
import { Page, Section } from '../ui/page.tsx';
import { buttonClass } from '../ui/button.tsx';
import css from './privacy.module.css';

const parts = ['profile', 'words', 'promises', 'notices', 'ways'] as const;

export default function OwnData() {
  const { t } = useWords();
  return (
    <Page narrow title={t('privacy.own')} sub={t('privacy.own.sub')}>
      <Section title={t('privacy.own.file')}>
        <ul className={css.points}>
          {parts.map((part) => (
            <li key={part}>{t(`privacy.own.${part}`)}</li>
          ))}
        </ul>
        <a className={buttonClass('main')} href={privacyApi.exportPersonalData.path} download>
          {t('privacy.own.get')}
        </a>
        <p className={css.quiet}>{t('privacy.own.careful')}</p>
      </Section>
      <Section title={t('privacy.own.leaving')}>
        <p>{t('privacy.own.leavingWhy')}</p>
      </Section>
    </Page>
  );
}
