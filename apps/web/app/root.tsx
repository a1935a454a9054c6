import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/global.css';
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';
import type { Route } from './+types/root';
import { doorContext } from './context.ts';
import { htmlLang } from './i18n/languages.ts';
import { preferencesOf } from './i18n/preferences.ts';
import { useLanguage } from './i18n/use-language.ts';
import { usePageIdentity } from './page-identity.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { theme, tokens } from './theme/theme.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return preferencesOf(request, context.get(doorContext).signedIn?.user.language);
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = usePageIdentity();
  return (
    <html lang={htmlLang(useLanguage())} {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="request-id" content={requestId} />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} cssVariablesResolver={tokens} defaultColorScheme="auto">
          <ModalsProvider>{children}</ModalsProvider>
          <Notifications position="top-right" />
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
