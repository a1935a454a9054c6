import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6f2f1',
  '#cfe6e5',
  '#a6d2d0',
  '#6fcfcc',
  '#3fb5b2',
  '#1f9391',
  '#0e7c7b',
  '#0c6b6a',
  '#0b5a59',
  '#084443',
];
const amber: MantineColorsTuple = [
  '#fbf0dc',
  '#f8e3bd',
  '#f4d294',
  '#f0c26c',
  '#f0b65c',
  '#ecac4b',
  '#e8a33d',
  '#b97a1f',
  '#8a5a10',
  '#6b4a10',
];
const green: MantineColorsTuple = [
  '#e6f4ec',
  '#cbe7d7',
  '#a2d4b8',
  '#7cc79c',
  '#58b884',
  '#42a16c',
  '#2e8b57',
  '#25734a',
  '#1e5f3d',
  '#164a2f',
];
const red: MantineColorsTuple = [
  '#fbeae8',
  '#f4d0cc',
  '#eca9a2',
  '#e68d85',
  '#e0736a',
  '#d45a50',
  '#c8453b',
  '#a9382f',
  '#8c2e27',
  '#6d231e',
];

/** What the library paints dark fields, menus and borders with, from text to ground. */
const dark: MantineColorsTuple = [
  '#e8efec',
  '#c9d4cf',
  '#9fb0aa',
  '#84948e',
  '#3a4843',
  '#222d29',
  '#18211e',
  '#111816',
  '#0d1311',
  '#090e0c',
];

/** The one theme: sizes, radii and colours of every Mantine component. */
export const theme = createTheme({
  colors: { dark, teal, amber, green, red },
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  // The library settles the ink on a filled control once, for light; the primary of dark is light itself.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isPrimary = (input.color ?? input.theme.primaryColor) === input.theme.primaryColor;
    return input.variant === 'filled' && isPrimary
      ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
      : colors;
  },
  fontFamily: "'Inter Variable', 'Noto Sans TC Variable', 'Noto Sans CJK TC', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '26px' },
  lineHeights: { xs: '1.45', sm: '1.55', md: '1.6', lg: '1.4', xl: '1.3' },
  radius: { xs: '4px', sm: '6px', md: '9px', lg: '14px', xl: '20px' },
  defaultRadius: 'md',
  spacing: { xs: '8px', sm: '12px', md: '18px', lg: '22px', xl: '36px' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '26px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.5' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg', p: 'lg' } },
  },
});

/** Our tokens as CSS variables, light and dark; every stylesheet of ours speaks in these. */
export const tokens: CSSVariablesResolver = () => ({
  variables: {
    '--stage-raw-material': '#0e7c7b',
    '--stage-manufacturing': '#e8a33d',
    '--stage-distribution': '#4c78a8',
    '--stage-use': '#8f6bb3',
    '--stage-service': '#4c78a8',
    '--stage-end-of-life': '#a9b4b0',
    '--content-width': '1240px',
  },
  light: {
    '--mantine-color-body': '#f6f8f6',
    '--mantine-color-text': '#16211f',
    '--mantine-color-dimmed': '#5d6b67',
    '--mantine-color-default-border': '#e3e8e5',
    '--mantine-color-anchor': '#0b5a59',
    '--mantine-color-red-light': '#fbeae8',
    '--mantine-color-red-light-color': '#a9382f',
    '--mantine-color-amber-light': '#fff8ea',
    '--mantine-color-amber-light-color': '#8a5a10',
    '--mantine-color-teal-light': '#e6f2f1',
    '--mantine-color-teal-light-color': '#0b5a59',
    '--ground': '#f6f8f6',
    '--panel': '#ffffff',
    '--line': '#e3e8e5',
    '--line-soft': '#eef2f0',
    '--ink': '#16211f',
    '--ink-muted': '#5d6b67',
    '--primary': '#0e7c7b',
    '--primary-strong': '#0b5a59',
    '--primary-soft': '#e6f2f1',
    '--attention': '#e8a33d',
    '--attention-ink': '#8a5a10',
    '--attention-soft': '#fff8ea',
    '--good': '#2e8b57',
    '--good-ink': '#1e6b41',
    '--bad': '#c8453b',
    '--bad-ink': '#a9382f',
    '--bad-soft': '#fbeae8',
    '--method': '#a9b4b0',
  },
  dark: {
    '--mantine-color-body': '#111816',
    '--mantine-color-text': '#e8efec',
    '--mantine-color-dimmed': '#9fb0aa',
    '--mantine-color-default': '#18211e',
    '--mantine-color-default-hover': '#1f2a27',
    '--mantine-color-default-border': '#2a3531',
    '--mantine-color-anchor': '#6fcfcc',
    '--mantine-color-red-light': '#331d1b',
    '--mantine-color-red-light-color': '#eca9a2',
    '--mantine-color-amber-light': '#2b2412',
    '--mantine-color-amber-light-color': '#f0b65c',
    '--mantine-color-teal-light': '#173331',
    '--mantine-color-teal-light-color': '#6fcfcc',
    '--ground': '#111816',
    '--panel': '#18211e',
    '--line': '#2a3531',
    '--line-soft': '#222d29',
    '--ink': '#e8efec',
    '--ink-muted': '#9fb0aa',
    '--primary': '#3fb5b2',
    '--primary-strong': '#6fcfcc',
    '--primary-soft': '#173331',
    '--attention': '#f0b65c',
    '--attention-ink': '#f0b65c',
    '--attention-soft': '#2b2412',
    '--good': '#58b884',
    '--good-ink': '#7cc79c',
    '--bad': '#e0736a',
    '--bad-ink': '#eca9a2',
    '--bad-soft': '#331d1b',
    '--method': '#6e7b76',
  },
});
