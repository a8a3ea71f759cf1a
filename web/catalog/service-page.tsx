// One service: what it is, who serves, how long it usually takes, what will be asked, who reads it, and the way to ask.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { catalogApi, type Service } from '../../contract/catalog.ts';
import { useParam } from '../platform/address.ts';
import { read, useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Note, Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { approversInWords, readersInWords, usualInWords } from './told.tsx';
import css from './catalog.module.css';

export default function ServicePage() {
  const id = useParam('id');
  const service = useQuery(read(catalogApi.getService, { params: { id } }));
  return (
    <Loaded query={service} page>
      {(found) => <Shown key={found.id} service={found} />}
    </Loaded>
  );
}

function Shown({ service }: { service: Service }) {
  const { t, rich } = useWords();
  return (
    <Page
      title={service.name}
      above={
        <>
          {rich('catalog.by', {
            team: <Link to={`/teams/${service.team.id}`}>{service.team.name}</Link>,
          })}{' '}
          {service.archived && <Tag>{t('catalog.archived')}</Tag>}
        </>
      }
      acts={
        <>
          {service.can.includes('ask') && (
            <LinkButton to="/ask" search={{ service: service.id }} weight="main">
              {t('catalog.ask.this')}
            </LinkButton>
          )}
          {service.can.includes('update') && (
            <LinkButton to={`/services/${service.id}/edit`} weight="quiet">
              {t('catalog.edit')}
            </LinkButton>
          )}
          {service.can.includes('restore') && <Restore service={service} />}
        </>
      }
      aside={<HowItGoes service={service} />}
    >
      {service.description && (
        <div className={css.description}>
          <Markdown>{service.description}</Markdown>
        </div>
      )}
      <Slot of="service" service={service} />
      <Questions service={service} />
      <Slot of="needed" service={service} />
      <Standards service={service} />
    </Page>
  );
}

function Restore({ service }: { service: Service }) {
  const { t } = useWords();
  const write = useWrite(catalogApi.restoreService, {
    stale: [catalogApi.getService, catalogApi.listServices],
    onDone: () => toast(t('catalog.restored')),
  });
  return (
    <>
      <Button onClick={() => void write.send({ params: { id: service.id } })} pending={write.isPending}>
        {t('catalog.restore')}
      </Button>
      {write.problem && <ProblemNote problem={write.problem} />}
    </>
  );
}

function HowItGoes({ service }: { service: Service }) {
  const words = useWords();
  const { t, list } = words;
  const { usual, terms, approval, askers } = service;
  return (
    <>
      <Note title={t('catalog.how')}>
        <div className={css.points}>
          {usual && (
            <p>
              <strong>{usualInWords(usual, words)}</strong>
              <small>{t('catalog.usual.from', { count: usual.deliveries })}</small>
            </p>
          )}
          {approval && <p>{t('catalog.approval.first', { who: approversInWords(approval, words) })}</p>}
          <p>{t('catalog.greets', { length: lengthInWords(terms.greetingMinutes, words) })}</p>
          <p>{t('catalog.closes', { length: lengthInWords(terms.closingMinutes, words) })}</p>
        </div>
      </Note>
      <Note title={t('catalog.readers')}>
        <p className={css.readers}>
          {service.sight === 'private' && <Icon name="lock" />}
          <span>{readersInWords(service, words)}</span>
        </p>
      </Note>
      {askers !== 'everyone' && (
        <Note title={t('catalog.askers')}>
          <p>{t('catalog.askers.some', { teams: list(askers.map(({ name }) => name)) })}</p>
        </Note>
      )}
    </>
  );
}

/** What will be asked, so that one has it at hand. */
function Questions({ service: { form } }: { service: Service }) {
  const { t } = useWords();
  if (form.length === 0) return null;
  return (
    <Section title={t('catalog.questions')} note={t('catalog.questions.note')}>
      <ol className={css.questions}>
        {form.map(({ key, label, showIf, required }) => (
          <li key={key}>
            {label}{' '}
            {showIf ? (
              <small>{t('catalog.question.perhaps')}</small>
            ) : (
              !required && <small>{t('ui.field.optional')}</small>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What the team has agreed with itself; for those who lead it. */
function Standards({ service }: { service: Service }) {
  const { t } = useWords();
  const { greetingStandard: hello, closingStandard: goodbye, checklist } = service;
  if (!service.can.includes('update') || !(hello || goodbye || checklist.length > 0)) return null;
  return (
    <Section title={t('catalog.standards')} note={t('catalog.standards.note')}>
      <div className={css.standards}>
        {hello && (
          <figure>
            <figcaption>{t('catalog.standard.greeting')}</figcaption>
            <Markdown>{hello}</Markdown>
          </figure>
        )}
        {checklist.length > 0 && (
          <figure>
            <figcaption>{t('catalog.checklist')}</figcaption>
            <ol>
              {checklist.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </figure>
        )}
        {goodbye && (
          <figure>
            <figcaption>{t('catalog.standard.closing')}</figcaption>
            <Markdown>{goodbye}</Markdown>
          </figure>
        )}
      </div>
    </Section>
  );
}
