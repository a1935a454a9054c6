import 'i18next';
import type { zhTW } from './zh-TW/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zhTW;
    returnNull: false;
  }
}
