import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import { useHref } from '../../settings/SettingsProvider.tsx';
import './Button.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
}

/** A verb: "提交核验", never "确定". */
export function Button({ kind = 'secondary', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`button button-${kind} ${className}`} />;
}

interface ScreenLinkProps {
  readonly to: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children: React.ReactNode;
  readonly current?: boolean;
}

/** A link to a page of ours; the date, language and looks chosen go with it. */
export function ScreenLink({ to, query, className, current, children }: ScreenLinkProps) {
  const href = useHref();
  return (
    <Link href={href(to, query)} className={className ?? ''} aria-current={current === true ? 'page' : undefined}>
      {children}
    </Link>
  );
}

/** A link that leads to the next thing to do, and looks like the button it stands among. */
export function ButtonLink({ kind = 'secondary', ...rest }: ScreenLinkProps & { readonly kind?: ButtonKind }) {
  return <ScreenLink {...rest} className={`button button-${kind}`} />;
}
