// Asking over whatever page one is on.
import { useGo } from '../platform/address.ts';
import { useWords } from '../platform/words.tsx';
import type { Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { AskForm } from './ask-form.tsx';

export default function AskWindow({ title, to, onClose }: { title?: string; to?: Findable; onClose: () => void }) {
  const { t } = useWords();
  const go = useGo();
  return (
    <Dialog open onClose={onClose} title={t('requests.ask.page')} sub={t('requests.ask.sub')}>
      <AskForm
        begin={{ ...(title ? { title } : {}), ...(to ? { to } : {}) }}
        onSpared={onClose}
        onSent={(request) => {
          onClose();
          go(`/requests/${request.id}`);
        }}
      />
    </Dialog>
  );
}
