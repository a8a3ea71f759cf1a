// What reaches me beside the bell: which news by mail and when, which as a tap, and in which browsers.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  mailChoices,
  noticeGroups,
  noticesApi,
  type NoticeSettings,
  type NoticeSettingsChange,
} from '../../contract/notices.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Check } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { Browsers } from './browsers.tsx';
import css from './notices.module.css';

export default function ChoicesPage() {
  const { t } = useWords();
  const settings = useQuery(read(noticesApi.getNoticeSettings, {}));
  return (
    <Loaded query={settings} page>
      {(found) => (
        <Page
          narrow
          above={<Link to="/me">{t('notices.choices.above')}</Link>}
          title={t('notices.choices.title')}
          sub={t('notices.choices.sub')}
        >
          <Choices key={found.version} settings={found} />
          <div className={css.after}>
            <Section title={t('notices.push.title')}>
              <Browsers browsers={found.browsers} pushKey={found.pushKey} />
            </Section>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour * 60);

function Choices({ settings }: { settings: NoticeSettings }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<NoticeSettingsChange>(settings);
  const save = useWrite(noticesApi.saveNoticeSettings, {
    onDone: (saved) => {
      queries.setQueryData(keyOf(noticesApi.getNoticeSettings, {}), saved);
      toast(t('notices.choices.saved'));
    },
  });
  const submit = async () => {
    const { mail, push, digestMinutes } = chosen;
    const sent = await save.send({ body: { mail, push, digestMinutes }, ifMatch: settings.version });
    if (!sent) await invalidate(noticesApi.getNoticeSettings);
  };
  const daily = noticeGroups.some((group) => chosen.mail[group] === 'digest');
  return (
    <Form problem={save.problem} onSubmit={submit}>
      <Section title={t('notices.mail.title')} note={settings.address}>
        {!settings.mailReady && <p className={css.quiet}>{t('notices.mail.waits')}</p>}
        <div className={css.choices}>
          {noticeGroups.map((group) => (
            <Select
              key={group}
              name={`mail.${group}`}
              label={t(`notices.group.${group}`)}
              description={t(`notices.group.${group}.help`)}
              value={chosen.mail[group]}
              onChange={({ target }) => {
                const choice = mailChoices.find((one) => one === target.value) ?? 'now';
                setChosen({ ...chosen, mail: { ...chosen.mail, [group]: choice } });
              }}
            >
              {mailChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`notices.mail.${choice}`)}
                </option>
              ))}
            </Select>
          ))}
          {daily && (
            <DailyAt
              minutes={chosen.digestMinutes}
              onChange={(digestMinutes) => setChosen({ ...chosen, digestMinutes })}
            />
          )}
        </div>
        <p className={css.quiet}>{t('notices.mail.hours')}</p>
      </Section>
      <Section title={t('notices.taps.title')}>
        <div className={css.choices}>
          {noticeGroups.map((group) => (
            <Check
              key={group}
              checked={chosen.push[group]}
              onChange={(on) => setChosen({ ...chosen, push: { ...chosen.push, [group]: on } })}
            >
              {t(`notices.group.${group}`)}
            </Check>
          ))}
        </div>
      </Section>
      <FormActs>
        <Button weight="main" type="submit" pending={save.isPending}>
          {t('notices.choices.save')}
        </Button>
      </FormActs>
    </Form>
  );
}

function DailyAt({ minutes, onChange }: { minutes: number | null; onChange: (minutes: number | null) => void }) {
  const words = useWords();
  const { t } = words;
  const offered = minutes === null || hours.includes(minutes) ? hours : [...hours, minutes].toSorted((a, b) => a - b);
  const clock = new Intl.DateTimeFormat(words.locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return (
    <Select
      name="digestMinutes"
      label={t('notices.mail.daily')}
      value={minutes === null ? 'start' : String(minutes)}
      onChange={({ target }) => onChange(target.value === 'start' ? null : Number(target.value))}
    >
      <option value="start">{t('notices.mail.daily.start')}</option>
      {offered.map((each) => (
        <option key={each} value={each}>
          {clock.format(each * 60_000)}
        </option>
      ))}
    </Select>
  );
}
