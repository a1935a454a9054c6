import { useTranslation } from 'react-i18next';

/** Writes a unit for reading: a code of ours by its name, in what a person typed `m3` as m³ and `kgCO2e` as kg CO₂e. */
export function useUnitText(): (unit: string | null) => string {
  const { t } = useTranslation('terms');
  const say = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return (unit) => {
    if (unit === null) return '';
    const typed = unit
      .replace(/\b(kg|g|t)CO2/g, '$1 CO2')
      .replace(/CO2/g, 'CO₂')
      .replace(/m3\b/g, 'm³')
      .replace(/m2\b/g, 'm²');
    return /^\w+$/.test(unit) ? say(`unit.${unit}`, { defaultValue: typed }) : typed;
  };
}
