import { useTranslation } from 'react-i18next';
import { formatAmount, formatEmissions, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import type { Carried } from './carried.ts';
import type { BranchNodeData, DiagramNode, FlowEdge, PartOfTotal, SupplyNodeData } from './diagram.ts';

/** What nodes and arrows are called, to the eye and to a screen reader. */
export function useDiagramText() {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const unitText = useUnitText();

  const carried = ({ amount, unit, inputs, missing }: Carried): string => {
    if (amount !== null) return `${formatAmount(amount, language)} ${unitText(unit)}`.trim();
    if (inputs === 1) return t('edge.amountMissing');
    return missing > 0
      ? t('edge.inputsMissing', { count: inputs, missing })
      : t('edge.inputs', { count: inputs });
  };
  const supply = ({ bundle, supplierName }: SupplyNodeData): string =>
    bundle.supplies.length > 1
      ? t('supply.folded', { count: bundle.supplies.length })
      : (supplierName ?? t('supply.unnamed'));
  const branch = ({ branch: { processes } }: BranchNodeData): string =>
    t('branch.folded', { count: processes.length });
  const name = (node: DiagramNode): string =>
    node.type === 'supply' ? supply(node.data) : node.type === 'branch' ? branch(node.data) : node.data.name;
  const figure = (part: PartOfTotal | null): string =>
    part === null
      ? t('a11y.unknown')
      : t('a11y.figure', {
          emissions: formatEmissions(part.kgCO2e, language),
          share: formatShare(part.share, language),
        });
  const node = (one: DiagramNode): string => {
    const what =
      one.type === 'branch'
        ? branch(one.data)
        : one.type === 'supply'
          ? t('a11y.supplyNode', { name: name(one), count: one.data.parts.length })
          : t('a11y.processNode', { name: name(one), by: one.data.supplierName ?? t('node.ownProcess') });
    return [what, figure(one.data.contribution)].join(language === 'zh-TW' ? '，' : ', ');
  };
  const edge = (one: FlowEdge, nodes: readonly DiagramNode[]): string => {
    const nameOf = (id: string) => {
      const end = nodes.find((other) => other.id === id);
      return end ? name(end) : id;
    };
    const amount = one.data ? carried(one.data.carried) : '';
    return t('a11y.edgeName', { from: nameOf(one.source), to: nameOf(one.target), carried: amount });
  };
  return { branch, carried, supply, name, node, edge };
}
