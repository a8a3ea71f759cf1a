// Asking for a service: its questions, what it will be called, what is often needed along with it; then sending, each to its own team.
import { useQuery } from '@tanstack/react-query';
import { catalogApi, type Service } from '../../contract/catalog.ts';
import { checkAnswers } from '../../contract/forms.ts';
import { titleFrom } from '../../contract/request-answers.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { useFiles } from '../attachments/attachments.tsx';
import { FormFields } from '../catalog/catalog.tsx';
import { useGo } from '../platform/address.ts';
import { call, newKey } from '../platform/api.ts';
import { read, useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotFound } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { AskAbout } from './ask-about.tsx';
import { AskExtras, sendsOnCtrlEnter } from './ask-extras.tsx';
import { AnswerFiles, FileAnswer, useAnswerFiles } from './file-answer.tsx';
import { settle } from './fresh.ts';
import { useKeptAsk, type Asking } from './kept-ask.ts';
import { askedOf } from './names.ts';
import css from './ask-service.module.css';

/** `after`: services that are asked for once this one is sent. `begin` goes before what was kept. */
export function AskService({ id, after, begin }: { id: string; after: readonly string[]; begin: Partial<Asking> }) {
  const query = useQuery(read(catalogApi.getService, { params: { id } }));
  if (query.error?.status === 422) return <NotFound />;
  return (
    <Loaded query={query} page rows={4}>
      {(service) => <Whole key={service.id} service={service} after={after} begin={begin} />}
    </Loaded>
  );
}

type Parts = { service: Service; after: readonly string[]; begin: Partial<Asking> };

function Whole({ service, after, begin }: Parts) {
  const { t } = useWords();
  const [asking, change, forget] = useKeptAsk(begin, service.id);
  if (!service.can.includes('ask'))
    return <Page title={service.name} sub={t('requests.service.resting')} above={service.team.name} narrow />;
  return (
    <Page
      title={service.name}
      heading={<span dir="auto">{service.name}</span>}
      above={service.team.name}
      aside={<AskAbout service={service} behalf={asking.behalf} />}
      asideFirst
    >
      {service.description && (
        <div className={css.description}>
          <Markdown>{service.description}</Markdown>
        </div>
      )}
      <Asks service={service} after={after} asking={asking} change={change} forget={forget} />
    </Page>
  );
}

type Writing = { asking: Asking; change: (part: Partial<Asking>) => void; forget: () => void };

function Asks({ service, after, asking, change, forget }: Omit<Parts, 'begin'> & Writing) {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const create = useWrite(requestsApi.createRequest);
  const files = useFiles(`ask.${service.id}`);
  const answers = useAnswerFiles(`ask.${service.id}`, service.form);
  const sending = files.sending || answers.sending;
  const called = titleFrom(service.name, service.form, asking.answers);
  const send = async () => {
    if (create.isPending || sending) return;
    const request = await create.send({ body: { ...bodyOf(service, asking, called), attachments: files.ids } });
    if (!request) return;
    forget();
    files.clear();
    answers.forget();
    settle(request);
    const when = whenInWords(new Date(request.greetBy), new Date(), words);
    toast(t('requests.ask.sent', { to: askedOf(request), when }));
    const [next, ...rest] = [...(await askAlong(asking, request)), ...after];
    go(next ? `/ask?service=${next}${rest.length > 0 ? `&after=${rest.join(',')}` : ''}` : `/requests/${request.id}`);
  };
  return (
    <div onKeyDownCapture={(event) => sendsOnCtrlEnter(event, () => void send())}>
      <Form problem={create.problem} onSubmit={() => void send()}>
        {service.form.length > 0 && (
          <AnswerFiles value={answers.given}>
            <FormFields
              form={service.form}
              given={asking.answers}
              onChange={(next) => change({ answers: next })}
              File={FileAnswer}
            />
          </AnswerFiles>
        )}
        <TextArea
          label={t('requests.service.called')}
          description={t('requests.service.calledHelp')}
          name="title"
          limit={200}
          rows={1}
          value={asking.title || called}
          onChange={(event) => {
            const title = event.target.value.replaceAll(/[\r\n]+/g, ' ');
            change({ title: title === called ? '' : title });
          }}
        />
        <AskExtras asking={asking} change={change} files={files} />
        <Slot of="along" service={service} chosen={asking.also} onChoose={(also) => change({ also })} />
        <FormActs>
          <Button weight="main" type="submit" pending={create.isPending} aria-keyshortcuts="Control+Enter">
            {t('requests.ask.send', { name: service.team.name })}
          </Button>
          {sending && <small>{t('attachments.wait')}</small>}
          {after.length > 0 && <small>{t('requests.service.moreAfter', { count: after.length })}</small>}
        </FormActs>
      </Form>
      <Slot
        of="ask"
        words={`${asking.title || called} ${asking.details}`}
        team={service.team.id}
        onSpared={() => {
          forget();
          go('/');
        }}
      />
    </div>
  );
}

const bodyOf = (service: Service, { title, details, answers, behalf, along }: Asking, called: string) => ({
  service: service.id,
  title: title || called,
  details,
  answers: { ...answers },
  ...(behalf ? { onBehalfOf: behalf.id } : {}),
  participants: along.map((person) => person.id),
});

/** Asks at once for those that ask no questions of their own; answers with those that do. */
async function askAlong({ also, behalf }: Asking, first: Request): Promise<string[]> {
  const open: string[] = [];
  for (const id of also) {
    const service = await call(catalogApi.getService, { params: { id } }).catch(() => null);
    if (!service?.can.includes('ask')) continue;
    if (checkAnswers(service.form, {}).problems) {
      open.push(id);
      continue;
    }
    const body = {
      service: id,
      title: service.name,
      details: `#${first.number} ${first.title}`,
      ...(behalf ? { onBehalfOf: behalf.id } : {}),
    };
    await call(requestsApi.createRequest, { body }, { key: newKey() }).catch(() => open.push(id));
  }
  return open;
}
