// The address of a private calendar, shown once: to be copied now.
import { useRef, useState } from 'react';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';

export function Address({ url, onDone }: { url: string; onDone: () => void }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      toast(t('appointments.calendar.copied'));
    } catch {
      // A plain http address has no clipboard: it is selected, and the person copies it.
      toast(t('appointments.calendar.select'), { kind: 'plain' });
    }
  };
  return (
    <Form onSubmit={() => void copy()}>
      <TextField
        ref={field}
        label={t('appointments.calendar.address')}
        description={t('appointments.calendar.once')}
        value={url}
        readOnly
        autoFocus
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <FormActs>
        <Button weight="main" type="submit">
          {t('appointments.calendar.copy')}
        </Button>
        <Button weight={copied ? 'soft' : 'quiet'} onClick={onDone}>
          {t('appointments.calendar.done')}
        </Button>
      </FormActs>
    </Form>
  );
}
