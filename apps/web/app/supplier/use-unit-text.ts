import { useLanguage } from '../i18n/use-language.ts';

/** Units whose code is no word of the reader's. */
const words: Readonly<Record<string, string>> = { pcs: '個', dozen: '打', h: '小時', d: '天' };

/** Writes a unit code for reading: `m3` as m³, `CO2e` as CO₂e, counts in words. */
export function useUnitText(): (unit: string) => string {
  const language = useLanguage();
  return (unit) =>
    (language === 'zh-TW' && words[unit]) ||
    unit.replace(/CO2/g, 'CO₂').replace(/m3\b/g, 'm³').replace(/m2\b/g, 'm²');
}
