import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/home.ts'),
  route('preferences', 'routes/preferences.ts'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('password-reset', 'routes/password-reset.tsx'),
  route('password-reset/:token', 'routes/password-reset.token.tsx'),
  route('invitation/:token', 'routes/invitation.tsx'),
  route('mailbox', 'routes/mailbox.tsx'),
  route('account/organization', 'routes/account.organization.ts'),
  route('*', 'routes/not-found.ts'),
  layout('routes/signed-in.tsx', [route('account', 'routes/account.tsx')]),
] satisfies RouteConfig;
