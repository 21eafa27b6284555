import type { AppProviderProps } from '@shopify/polaris';
import { forwardRef, type AnchorHTMLAttributes } from 'react';
import { Link } from 'react-router-dom';

interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly url: string;
  readonly external?: boolean;
}

const OurLink = forwardRef<HTMLAnchorElement, AppLinkProps>(function AppLink({ url, external, ...rest }, ref) {
  if (url.startsWith('/') && external !== true && rest.target === undefined)
    return <Link to={url} ref={ref} {...rest} />;
  return (
    <a href={url} ref={ref} {...(external === true && { target: '_blank', rel: 'noopener noreferrer' })} {...rest} />
  );
});

/** Polaris' links: inside the app without loading the page anew, into the admin or the web as plain anchors. */
export const AppLink = OurLink as NonNullable<AppProviderProps['linkComponent']>;
