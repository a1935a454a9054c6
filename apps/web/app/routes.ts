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
  route('inbox/:id/sheet/template', 'routes/inbox.template.ts'),
  route('account/organization', 'routes/account.organization.ts'),
  route('*', 'routes/not-found.ts'),
  layout('routes/signed-in.tsx', [
    route('inbox', 'routes/inbox.tsx'),
    route('inbox/:id', 'routes/inbox.request.tsx'),
    route('inbox/:id/sheet', 'routes/inbox.sheet.tsx'),
    route('inbox/:id/footprint', 'routes/inbox.footprint.tsx'),
    route('inbox/:id/preview', 'routes/inbox.preview.tsx'),
    route('sharing', 'routes/sharing.tsx'),
    route('account', 'routes/account.tsx'),
    route('suppliers', 'routes/suppliers.tsx'),
    route('suppliers/ask', 'routes/suppliers.ask.tsx'),
    route('requests', 'routes/requests.tsx'),
    route('requests/:requestId', 'routes/requests.$requestId.tsx'),
  ]),
] satisfies RouteConfig;
