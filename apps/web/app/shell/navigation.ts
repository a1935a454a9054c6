import {
  IconAffiliate,
  IconBox,
  IconBuildingFactory2,
  IconHome,
  IconInbox,
  IconMailForward,
  IconShare3,
  IconTargetArrow,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export type OrganizationKind = 'leadFirm' | 'supplier' | 'association' | 'verifier' | 'operator';

export interface NavigationEntry {
  readonly to: string;
  readonly label:
    | 'overview'
    | 'products'
    | 'suppliers'
    | 'requests'
    | 'inbox'
    | 'sharing'
    | 'targets'
    | 'alliance';
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
}

/** Where each kind of organization can go; the first entry is its home. Phones show the first four in their bar. */
export const navigationOf: Readonly<Record<OrganizationKind, readonly NavigationEntry[]>> = {
  leadFirm: [
    { to: '/overview', label: 'overview', icon: IconHome },
    { to: '/products', label: 'products', icon: IconBox },
    { to: '/suppliers', label: 'suppliers', icon: IconBuildingFactory2 },
    { to: '/requests', label: 'requests', icon: IconMailForward },
    { to: '/targets', label: 'targets', icon: IconTargetArrow },
  ],
  supplier: [
    { to: '/inbox', label: 'inbox', icon: IconInbox },
    { to: '/sharing', label: 'sharing', icon: IconShare3 },
    { to: '/targets', label: 'targets', icon: IconTargetArrow },
  ],
  association: [{ to: '/alliance', label: 'alliance', icon: IconAffiliate }],
  verifier: [],
  operator: [],
};
