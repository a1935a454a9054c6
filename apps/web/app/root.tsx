import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/global.css';
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import { nonceContext, requestIdContext } from './context.ts';
import { defaultLanguage, htmlLang } from './i18n/languages.ts';
import { preferencesOf } from './i18n/preferences.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { theme, tokens } from './theme/theme.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return {
    ...preferencesOf(request),
    nonce: context.get(nonceContext),
    requestId: context.get(requestIdContext),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={htmlLang(data?.language ?? defaultLanguage)} {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <ColorSchemeScript defaultColorScheme="auto" nonce={data?.nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} cssVariablesResolver={tokens} defaultColorScheme="auto">
          <ModalsProvider>{children}</ModalsProvider>
          <Notifications position="top-right" />
        </MantineProvider>
        <ScrollRestoration nonce={data?.nonce} />
        <Scripts nonce={data?.nonce} />
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
