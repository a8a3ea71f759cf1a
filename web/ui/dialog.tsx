// A window over the page that holds the focus until it is closed; on a phone it rises from the bottom edge.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../platform/words.tsx';
import { IconButton } from './button.tsx';
import { Icon } from './icons.tsx';
import css from './dialog.module.css';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title. */
  sub?: ReactNode;
  /** Neither Escape nor a click outside closes it; there is no cross either. */
  firm?: boolean;
  wide?: boolean;
  children: ReactNode;
};

/** `<Dialog open={open} onClose={() => setOpen(false)} title="…">`; put a `<Form>` with `<FormActs>` inside. */
export function Dialog({ open, onClose, title, sub, firm = false, wide = false, children }: DialogProps) {
  const { t } = useWords();
  return (
    <ModalOverlay
      className={css.veil ?? ''}
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable={!firm}
      isKeyboardDismissDisabled={firm}
    >
      <Modal className={wide ? `${css.modal} ${css.wide}` : (css.modal ?? '')}>
        <AriaDialog className={css.dialog ?? ''} role={firm ? 'alertdialog' : 'dialog'}>
          <header className={css.header}>
            <div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {sub && <p className={css.sub}>{sub}</p>}
            </div>
            {!firm && (
              <IconButton label={t('ui.dialog.close')} onClick={onClose}>
                <Icon name="cross" />
              </IconButton>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
