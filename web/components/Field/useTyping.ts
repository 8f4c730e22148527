import { useLayoutEffect, useRef, useState } from 'react';

interface Typing {
  /** The text while it is being written, or null while it is only read. */
  readonly typing: string | null;
  /** What was left in the box cannot be read; it stays there, with its error. */
  readonly wrong: boolean;
  readonly box: {
    readonly ref: React.RefObject<HTMLInputElement | null>;
    readonly value: string;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
    readonly onChange: (event: React.ChangeEvent<HTMLInputElement>) => void;
  };
}

/**
 * A box that shows a value grouped or in words while reading and plain while typing. What is written is
 * handed on as soon as it can be read; text that cannot be read is handed on as nothing, so that no form
 * sends an older value than the one its reader sees.
 */
export function useTyping<T>(shown: string, plain: string, read: (text: string) => T | null, onChange: (value: T | null) => void): Typing {
  const [typing, setTyping] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const ref = useRef<HTMLInputElement>(null);
  const isTyping = typing !== null;
  // The text has just changed from shown to plain under the cursor: all of it is selected, as after Tab.
  useLayoutEffect(() => {
    if (isTyping && document.activeElement === ref.current) ref.current?.select();
  }, [isTyping]);
  const unreadable = typing !== null && typing.trim() !== '' && read(typing) === null;
  return {
    typing,
    wrong: unreadable && left,
    box: {
      ref,
      value: typing ?? shown,
      onFocus: () => setTyping((now) => now ?? plain),
      onBlur: () => {
        setLeft(true);
        if (!unreadable) setTyping(null);
      },
      onChange: (event) => {
        setLeft(false);
        setTyping(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      },
    },
  };
}
