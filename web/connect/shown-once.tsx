// A secret that is shown once: to be copied now, with what whoever copies it must know.
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';

export function ShownOnce(props: { label: string; secret: string; children: ReactNode; onDone: () => void }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(props.secret);
      setCopied(true);
      toast(t('connect.copied'));
    } catch {
      // A plain http address has no clipboard: it is selected, and the person copies it.
      toast(t('connect.select'), { kind: 'plain' });
    }
  };
  return (
    <Form onSubmit={copy}>
      <TextField
        ref={field}
        label={props.label}
        value={props.secret}
        readOnly
        autoFocus
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      {props.children}
      <FormActs>
        <Button weight="main" type="submit">
          {t(copied ? 'connect.copyAgain' : 'connect.copy')}
        </Button>
        <Button weight={copied ? 'soft' : 'quiet'} onClick={props.onDone}>
          {t('connect.done')}
        </Button>
      </FormActs>
    </Form>
  );
}
