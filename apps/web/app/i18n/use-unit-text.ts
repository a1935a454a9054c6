import { useTranslation } from 'react-i18next';

/** Writes a unit for reading: a code of ours by its name, in what a person typed `m3` as m³ and `CO2e` as CO₂e. */
export function useUnitText(): (unit: string) => string {
  const { t } = useTranslation('terms');
  const say = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return (unit) => {
    const typed = unit.replace(/CO2/g, 'CO₂').replace(/m3\b/g, 'm³').replace(/m2\b/g, 'm²');
    return /^\w+$/.test(unit) ? say(`unit.${unit}`, { defaultValue: typed }) : typed;
  };
}
