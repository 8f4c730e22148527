import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import './Dialog.css';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Left out where the question must be answered: then neither Escape nor a click beside it closes it. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
  /** The act and its way back; the act first. */
  readonly actions?: ReactNode;
  /** `side` covers a phone and stands at the right edge elsewhere; `head` hangs below the head of the page; `cover` hides the page. */
  readonly place?: 'middle' | 'side' | 'head' | 'cover';
}

/** A question that must be answered before going on. Holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ title, open, onClose, children, actions, place = 'middle' }: DialogProps) {
  const say = useWords(componentWords);
  const closes = onClose !== undefined;
  return (
    <ModalOverlay className={`dialog-ground dialog-ground-${place}`} isOpen={open} onOpenChange={(now) => !now && onClose?.()} isDismissable={closes} isKeyboardDismissDisabled={!closes}>
      <Modal className={`dialog dialog-${place}`}>
        <AriaDialog className="dialog-inside">
          <div className="dialog-top">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {closes && (
              <button type="button" className="dialog-close" aria-label={say.close} onClick={onClose}>
                <svg viewBox="0 0 20 20" aria-hidden="true">
                  <path d="M4 4l12 12M16 4L4 16" stroke="currentColor" strokeWidth="2" />
                </svg>
              </button>
            )}
          </div>
          {children}
          {actions !== undefined && <div className="button-row">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
