// What happened to an appointment so far, in the order in which it happened.
import type { Appointment } from '../../contract/appointments.ts';
import { useNow } from '../platform/now.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';

export function Steps({ of }: { of: Appointment }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  return (
    <Section title={t('appointments.steps')}>
      <RowList label={t('appointments.steps')}>
        {of.steps.map((step, index) => (
          <Row
            key={index}
            time={<RelativeTime at={step.at} show="when" stacked />}
            title={t(`appointments.step.${step.what}`, {
              name: step.by.name,
              when: step.to ? whenInWords(new Date(step.to), now, words) : '',
            })}
            sub={step.words ? <q dir="auto">{step.words}</q> : undefined}
          />
        ))}
      </RowList>
    </Section>
  );
}
